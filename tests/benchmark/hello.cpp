// The least that a program with our libraries does: what starting up costs on this machine.
#include <fmt/format.h>

int main() {
    fmt::print("hello\n");
}
