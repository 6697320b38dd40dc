"""Laws over the whole tree: what every route, command, model, page and file keeps to."""
