#version 330 core
in vec2 away;
in vec3 ray;
flat in vec4 hue;
flat in vec2 edge;

uniform sampler2D clouds;
uniform float cloudHeight;
uniform float cloudSeen;
uniform float reach;
uniform vec2 drift;

out vec4 colour;

const float EXTENT = 768.0;

void main() {
    vec2 over = ray.xz * (cloudHeight / max(ray.y, 0.001));
    float clear = cloudSeen * clamp(1.2 - 1.2 * length(over) / reach, 0.0, 1.0);
    float cover = 0.75 * clear * texture(clouds, (over + drift) / EXTENT).r;
    colour = vec4(hue.rgb, hue.a * (1.0 - cover) * clamp(edge.y - edge.x * dot(away, away), 0.0, 1.0));
}
