#version 330 core
// Only how far it is away.
void main() {
}
