#version 330 core
in vec3 direction;

uniform vec3 haze;
uniform vec3 zenith;
uniform vec3 sun;        // where it is, of length 1
uniform float daylight;

out vec4 colour;

void main() {
    vec3 to = normalize(direction);
    float up = clamp(to.y, 0.0, 1.0);
    vec3 sky = mix(haze, zenith, 1.0 - exp(-3.5 * up));
    float near = max(dot(to, sun), 0.0);
    float glow = pow(near, 48.0) * 0.35 + pow(near, 6.0) * 0.10;
    sky += vec3(1.0, 0.85, 0.6) * glow * smoothstep(-0.2, 0.1, sun.y);
    sky = mix(sky, vec3(1.0, 0.97, 0.85), smoothstep(0.9985, 0.9990, near));
    float moon = max(dot(to, -sun), 0.0);
    sky = mix(sky, vec3(0.86, 0.88, 0.92), smoothstep(0.9990, 0.9994, moon) * (1.0 - daylight));
    colour = vec4(sky, 1.0);
}
