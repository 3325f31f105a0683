#version 330 core
noperspective in vec2 at;

uniform sampler2D picture;

out vec4 colour;

void main() {
    colour = textureLod(picture, at, 0.0);
}
