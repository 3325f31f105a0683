#version 330 core
in vec3 direction;

uniform vec3 haze;
uniform vec3 zenith;
uniform vec3 sun;        // where it is, of length 1
uniform float glow;      // how much of it is above the horizon
uniform float daylight;
uniform sampler2D clouds;
uniform vec3 cloudTint;
uniform float cloudHeight;   // above the eyes
uniform float reach;         // how far clouds are seen
uniform vec2 drift;          // which part of the clouds is above the eyes

out vec4 colour;

const float EXTENT = 768.0;

void main() {
    vec3 to = normalize(direction);
    float up = 3.5 * max(to.y, 0.0);
    vec3 sky = mix(zenith, haze, 1.0 / (1.0 + up * (1.0 + up * (0.5 + up * 0.17))));
    float across = dot(to, sun);
    float near2 = max(across, 0.0) * max(across, 0.0);
    float near6 = near2 * near2 * near2;
    float near48 = near6 * near6;
    near48 *= near48;
    near48 *= near48;
    sky += vec3(1.0, 0.85, 0.6) * (glow * (0.35 * near48 + 0.10 * near6));
    sky = mix(sky, vec3(1.0, 0.97, 0.85), clamp((across - 0.9985) * 2000.0, 0.0, 1.0));
    sky = mix(sky, vec3(0.86, 0.88, 0.92), clamp((-across - 0.9990) * 2500.0, 0.0, 1.0) * (1.0 - daylight));

    // Where the ray goes through the clouds; level rays and those the other way never do.
    float along = cloudHeight / to.y;
    vec2 over = to.xz * along;
    float away = along > 0.0 ? length(over) / reach : 1.0;
    float cover = texture(clouds, (over + drift) / EXTENT).r * 0.75 * clamp(1.2 - 1.4 * away, 0.0, 1.0);
    colour = vec4(mix(sky, cloudTint, cover), 1.0);
}
