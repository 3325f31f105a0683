#version 330 core
in vec4 surface;
flat in float layer;

uniform sampler2DArray blocks;
uniform vec3 haze;
uniform vec3 tint;       // of the light

out vec4 colour;

void main() {
    vec3 paint = texture(blocks, vec3(surface.xy, layer)).rgb;
    colour = vec4(mix(haze, paint * (surface.z * tint), surface.w), 1.0);
}
