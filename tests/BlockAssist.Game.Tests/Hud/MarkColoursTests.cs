using System.Numerics;
using BlockAssist.Game.Hud;

namespace BlockAssist.Game.Tests.Hud;

/// <summary>Looks at the colours through other people's eyes: Machado, Oliveira and Fernandes 2009, at full strength.</summary>
public sealed class MarkColoursTests
{
    // In CIE L*a*b*; about two is the least that is seen at all, side by side.
    private const float Clearly = 30;

    private static readonly Vector3[] Everything = [new(1, 0, 0), new(0, 1, 0), new(0, 0, 1)];
    private static readonly Vector3[] Deutan = [new(0.367322f, 0.860646f, -0.227968f), new(0.280085f, 0.672501f, 0.047413f), new(-0.011820f, 0.042940f, 0.968881f)];
    private static readonly Vector3[] Protan = [new(0.152286f, 1.052583f, -0.204868f), new(0.114503f, 0.786281f, 0.099216f), new(-0.003882f, -0.048116f, 1.051998f)];
    private static readonly Vector3[] Tritan = [new(1.255528f, -0.076749f, -0.178779f), new(-0.078411f, 0.930809f, 0.147602f), new(0.004733f, 0.691367f, 0.303900f)];

    [Fact]
    public void The_usual_colours_differ_for_most() => Check(MarkColours.Usual, Everything);

    [Fact]
    public void Some_differ_for_who_does_not_tell_red_from_green()
    {
        Check(MarkColours.Deuteranopia, Deutan);
        Check(MarkColours.Deuteranopia, Protan);
        Check(MarkColours.Deuteranopia, Everything);
    }

    [Fact]
    public void Some_differ_for_who_does_not_tell_blue_from_green()
    {
        Check(MarkColours.Tritanopia, Tritan);
        Check(MarkColours.Tritanopia, Everything);
    }

    private static void Check(MarkColours colours, Vector3[] eyes)
    {
        for (var one = Mark.Right; one <= Mark.Extra; one++)
        {
            for (var other = Mark.Right; other < one; other++)
            {
                var distance = Vector3.Distance(Seen(colours[one], eyes), Seen(colours[other], eyes));
                Assert.True(distance > Clearly, $"{one} and {other} differ by {distance:0}");
            }
        }
    }

    private static Vector3 Seen(HudColour colour, Vector3[] eyes)
    {
        var light = new Vector3(Linear(colour.R), Linear(colour.G), Linear(colour.B));
        var seen = Vector3.Clamp(new Vector3(Vector3.Dot(eyes[0], light), Vector3.Dot(eyes[1], light), Vector3.Dot(eyes[2], light)), Vector3.Zero, Vector3.One);
        var x = Bent(Vector3.Dot(seen, new Vector3(0.4124f, 0.3576f, 0.1805f)) / 0.95047f);
        var y = Bent(Vector3.Dot(seen, new Vector3(0.2126f, 0.7152f, 0.0722f)));
        var z = Bent(Vector3.Dot(seen, new Vector3(0.0193f, 0.1192f, 0.9505f)) / 1.08883f);
        return new Vector3((116 * y) - 16, 500 * (x - y), 200 * (y - z));
    }

    private static float Linear(byte value) => value <= 10 ? value / 255f / 12.92f : MathF.Pow(((value / 255f) + 0.055f) / 1.055f, 2.4f);

    private static float Bent(float value) => value > 0.008856f ? MathF.Cbrt(value) : (7.787f * value) + (16 / 116f);
}
