using System.Numerics;
using BlockAssist.Game.Sound;
using BlockAssist.Game.World;

namespace BlockAssist.Game.Tests.Sound;

/// <summary>Plays into a wave file and looks at what is in it.</summary>
public sealed class OpenAlOutputTests(WaveDevice device) : IClassFixture<WaveDevice>
{
    private const int Window = SoundClip.Rate / 50;
    private const double Audible = 1e-5;

    [Fact]
    public void What_happens_on_the_left_is_heard_on_the_left_and_then_on_the_right_what_happens_there()
    {
        using (var output = device.Open())
        using (var sounds = new GameSounds(output))
        {
            // Who looks south has the east on the left.
            sounds.Listen(Vector3.Zero, Vector3.UnitZ);
            sounds.Play(SoundKind.Break, Material.Stone, SoundChannel.Blocks, new SoundCue(new Vector3(4, 0, 0), 1));
            WaitForSilence(output);
            sounds.Play(SoundKind.Break, Material.Stone, SoundChannel.Blocks, new SoundCue(new Vector3(-4, 0, 0), 1));
            WaitForSilence(output);
        }

        Assert.Equal("LR", Sides(device.Read()));
    }

    [Fact]
    public void What_is_far_is_quieter_and_what_the_game_says_is_in_the_middle()
    {
        using (var output = device.Open())
        using (var sounds = new GameSounds(output))
        {
            sounds.Listen(new Vector3(100, 50, 100), Vector3.UnitX);
            sounds.Play(SoundKind.Refusal);
            WaitForSilence(output);
        }

        var said = device.Read();
        Assert.Equal("M", Sides(said));

        using (var output = device.Open())
        using (var sounds = new GameSounds(output))
        {
            sounds.Listen(Vector3.Zero, Vector3.UnitX);
            sounds.Play(SoundKind.Place, Material.Planks, SoundChannel.Blocks, new SoundCue(new Vector3(1, 0, 0), 1));
            WaitForSilence(output);
            sounds.Play(SoundKind.Place, Material.Planks, SoundChannel.Blocks, new SoundCue(new Vector3(30, 0, 0), 1));
            WaitForSilence(output);
        }

        var loudness = Loudness(device.Read());
        var first = Array.FindIndex(loudness, power => power > Audible);
        var (near, far) = (loudness[first..(first + 15)].Max(), loudness[(first + 15)..].Max());
        Assert.True(far > 0 && near > 10 * far, $"near {near}, far {far}");
    }

    [Fact]
    public void More_sounds_than_voices_never_fail_and_allocate_nothing()
    {
        using var output = device.Open();
        var clip = output.Load(Game.Sound.Synthesis.SoundCatalogue.Make(0, 0));
        for (var i = 0; i <= OpenAlOutput.Voices; i++)
        {
            output.Play(clip, new SoundCue(Vector3.One, 0.1f));
            output.Listen(Vector3.Zero, Vector3.UnitZ, Vector3.UnitY);
        }

        Assert.Equal(0, Garbage.Of(() =>
        {
            for (var i = 0; i < 200; i++)
            {
                output.Play(clip, new SoundCue(Vector3.One, 0.1f));
                output.Listen(Vector3.Zero, Vector3.UnitZ, Vector3.UnitY);
            }
        }));
        Assert.InRange(output.CountPlaying(), 1, OpenAlOutput.Voices);
    }

    private static void WaitForSilence(OpenAlOutput output) =>
        Assert.True(SpinWait.SpinUntil(() => output.CountPlaying() == 0, TimeSpan.FromSeconds(20)), "the sound never ended");

    private static double[] Loudness((double Left, double Right)[] samples) =>
        [.. samples.Chunk(Window).Select(part => part.Average(sample => (sample.Left * sample.Left) + (sample.Right * sample.Right)))];

    // A letter for each stretch that is heard on one side: left, right, or in the middle.
    private static string Sides((double Left, double Right)[] samples)
    {
        var sides = "";
        foreach (var part in samples.Chunk(Window))
        {
            var (left, right) = (part.Average(sample => sample.Left * sample.Left), part.Average(sample => sample.Right * sample.Right));
            var side = left + right < Audible ? "" : left > 4 * right ? "L" : right > 4 * left ? "R" : "M";
            sides += sides.EndsWith(side, StringComparison.Ordinal) ? "" : side;
        }

        return sides;
    }
}
