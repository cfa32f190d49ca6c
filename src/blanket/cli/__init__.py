"""What the user types. One module a command, thin: parse, call, show. Only here is anything printed."""
