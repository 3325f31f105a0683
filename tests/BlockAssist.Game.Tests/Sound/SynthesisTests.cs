using BlockAssist.Game.Sound;
using BlockAssist.Game.Sound.Synthesis;

namespace BlockAssist.Game.Tests.Sound;

public sealed class SynthesisTests
{
    private const int Loudest = 28_000;

    public static TheoryData<int, int> AllClips()
    {
        var clips = new TheoryData<int, int>();
        for (var entry = 0; entry < SoundCatalogue.Count; entry++)
        {
            for (var variant = 0; variant < SoundCatalogue.VariantsOf(entry); variant++)
            {
                clips.Add(entry, variant);
            }
        }

        return clips;
    }

    [Theory]
    [MemberData(nameof(AllClips))]
    public void A_clip_is_short_begins_and_ends_in_silence_and_is_never_cut_off(int entry, int variant)
    {
        var clip = SoundCatalogue.Make(entry, variant);

        var samples = clip.Samples.Span;
        Assert.InRange(clip.Seconds, 0.04, 2.5);
        Assert.InRange(Math.Abs((int)samples[0]), 0, 700);
        Assert.InRange(Math.Abs((int)samples[^1]), 0, 50);
        Assert.InRange(samples.ToArray().Max(sample => Math.Abs((int)sample)), Loudest - 2000, Loudest);
        Assert.InRange(samples.ToArray().Average(sample => sample), -100, 100);
    }

    [Fact]
    public void Sounds_are_made_the_same_way_each_time()
    {
        var (one, other) = (SoundCatalogue.Make(3, 1), SoundCatalogue.Make(3, 1));

        Assert.Equal(one.Samples.ToArray(), other.Samples.ToArray());
    }

    [Fact]
    public void Every_sound_of_a_family_differs_from_its_variants_and_from_other_families()
    {
        var clips = new HashSet<string>();
        foreach (var (entry, variant) in AllClips().Select(row => row.Data))
        {
            Assert.True(clips.Add(Convert.ToHexString(System.Runtime.InteropServices.MemoryMarshal.AsBytes(SoundCatalogue.Make(entry, variant).Samples.Span))), $"sound {entry}, variant {variant}");
        }
    }

    [Theory]
    [InlineData(SoundKind.Place)]
    [InlineData(SoundKind.Break)]
    public void Glass_is_brighter_than_stone_and_stone_than_wool(SoundKind kind)
    {
        double[] brightness = [.. new[] { MaterialFamily.Glass, MaterialFamily.Stone, MaterialFamily.Cloth }
            .Select(family => Brightness(SoundCatalogue.Make(SoundCatalogue.EntryOf(kind, family), 0)))];

        Assert.True(brightness[0] > brightness[1] && brightness[1] > brightness[2], string.Join(", ", brightness));
    }

    // How fast the wave changes beside how large it is, in hertz: higher the brighter a sound is.
    private static double Brightness(SoundClip clip)
    {
        var (change, size) = (0.0, 0.0);
        for (var i = 1; i < clip.Samples.Length; i++)
        {
            var (before, now) = (clip.Samples.Span[i - 1], clip.Samples.Span[i]);
            change += (double)(now - before) * (now - before);
            size += (double)now * now;
        }

        return Math.Sqrt(change / size) * SoundClip.Rate / Math.Tau;
    }
}
