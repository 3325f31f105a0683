#version 330 core
in vec2 place;
flat in float layer;
in vec3 light;
in float clear;

uniform sampler2DArray blocks;
uniform vec3 haze;

out vec4 colour;

void main() {
    vec4 paint = texture(blocks, vec3(place, layer));
    if (paint.a < 0.5) discard;
    colour = vec4(mix(haze, paint.rgb * light, clear), 1.0);
}
