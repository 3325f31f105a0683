#version 330 core
in vec2 picture;
in vec4 hue;

uniform sampler2D atlas;

out vec4 colour;

void main() {
    colour = hue * texture(atlas, picture);
}
