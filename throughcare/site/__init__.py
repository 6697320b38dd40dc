"""The whole product put together: settings, addresses, menus, middleware, the shell and the demo."""
