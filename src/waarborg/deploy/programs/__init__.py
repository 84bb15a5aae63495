"""One Django settings module a program: public, desk, portal and worker, and one for the tests."""
