#version 330 core
// A corner of a quad, as HudVertex has it: all in pixels.
layout(location = 0) in vec2 place;
layout(location = 1) in vec2 texel;
layout(location = 2) in vec4 tint;

uniform vec2 size;
uniform sampler2D atlas;

out vec2 picture;
out vec4 hue;

void main() {
    picture = texel / vec2(textureSize(atlas, 0));
    hue = tint;
    gl_Position = vec4(2.0 * place.x / size.x - 1.0, 1.0 - 2.0 * place.y / size.y, 0.0, 1.0);
}
