#version 330 core
in vec3 hue;
in vec3 cloud;

uniform sampler2D clouds;
uniform vec3 cloudTint;

out vec4 colour;

void main() {
    float cover = texture(clouds, cloud.xy).r * clamp(cloud.z, 0.0, 1.0);
    colour = vec4(mix(hue, cloudTint, 0.75 * cover), 1.0);
}
