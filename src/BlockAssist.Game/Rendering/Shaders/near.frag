#version 330 core
// A face of the land so near that no haze is before it: most of what is seen.
in vec4 surface;
flat in float layer;

uniform sampler2DArray blocks;
uniform vec3 tint;       // of the light

out vec4 colour;

void main() {
    colour = vec4(texture(blocks, vec3(surface.xy, layer)).rgb * (surface.z * tint), 1.0);
}
