using System.Numerics;

namespace BlockAssist.Game.Rendering;

/// <summary>The colours of a builder's body.</summary>
/// <param name="Skin">Head and hands.</param>
/// <param name="Shirt">Trunk and arms.</param>
/// <param name="Trousers">Legs.</param>
/// <param name="Eyes">What looks out of the face.</param>
public sealed record AvatarLook(Vector3 Skin, Vector3 Shirt, Vector3 Trousers, Vector3 Eyes)
{
    /// <summary>The assistant: a friendly robot in teal.</summary>
    public static AvatarLook Assistant { get; } = new(new(0.78f, 0.82f, 0.86f), new(0.16f, 0.62f, 0.60f), new(0.24f, 0.30f, 0.36f), new(1.0f, 0.85f, 0.35f));

    /// <summary>The player, as others and replays show them.</summary>
    public static AvatarLook Player { get; } = new(new(0.87f, 0.68f, 0.53f), new(0.80f, 0.36f, 0.26f), new(0.25f, 0.32f, 0.55f), new(0.15f, 0.18f, 0.25f));

    /// <summary>A second person, as replays show one.</summary>
    public static AvatarLook Companion { get; } = new(new(0.62f, 0.44f, 0.33f), new(0.93f, 0.74f, 0.25f), new(0.33f, 0.27f, 0.24f), new(0.12f, 0.10f, 0.10f));
}
