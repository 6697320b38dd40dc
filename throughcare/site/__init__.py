"""The whole product put together: settings, addresses, menus, middleware, shell and demo."""
