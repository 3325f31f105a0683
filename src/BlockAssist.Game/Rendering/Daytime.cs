using System.Numerics;

namespace BlockAssist.Game.Rendering;

/// <summary>The sun's place and the colours of the sky at an hour.</summary>
public readonly record struct Daytime(float Hour)
{
    private static readonly Vector3 DayHaze = new(0.74f, 0.84f, 0.96f);
    private static readonly Vector3 DayZenith = new(0.33f, 0.56f, 0.92f);
    private static readonly Vector3 DuskHaze = new(0.96f, 0.66f, 0.45f);
    // As bright as a full moon makes it in other such games: people build through the night.
    private const float Moonlight = 0.55f;

    private static readonly Vector3 NightHaze = new(0.09f, 0.12f, 0.21f);
    private static readonly Vector3 NightTint = new(0.75f, 0.85f, 1.15f);
    private static readonly Vector3 NightZenith = new(0.03f, 0.045f, 0.11f);

    /// <summary>Where the sun is, of length 1: east at six, above at twelve.</summary>
    public Vector3 Sun
    {
        get
        {
            var turn = (Hour - 6) / 24 * MathF.Tau;
            return Vector3.Normalize(new Vector3(MathF.Cos(turn), MathF.Sin(turn), 0.25f));
        }
    }

    /// <summary>How much of the day's light there is: 0 at night.</summary>
    public float Light => Step(-0.12f, 0.25f, Sun.Y);

    /// <summary>How brightly the open sky lights things, 1 by day.</summary>
    public float Brightness => float.Lerp(Moonlight, 1, Light);

    /// <summary>The colour of the light on things: bluish at night.</summary>
    public Vector3 Tint => Vector3.Lerp(NightTint, Vector3.One, Light);

    /// <summary>The colour of the horizon.</summary>
    public Vector3 Haze => Vector3.Lerp(Vector3.Lerp(NightHaze, DayHaze, Light), DuskHaze, 0.65f * Dusk);

    /// <summary>The colour above.</summary>
    public Vector3 Zenith => Vector3.Lerp(NightZenith, DayZenith, Light);

    private float Dusk => Math.Max(0, 1 - (MathF.Abs(Sun.Y - 0.02f) / 0.28f));

    private static float Step(float from, float to, float at)
    {
        var share = Math.Clamp((at - from) / (to - from), 0, 1);
        return share * share * (3 - (2 * share));
    }
}
