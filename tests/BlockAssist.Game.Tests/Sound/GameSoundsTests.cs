using System.Numerics;
using BlockAssist.Game.Sound;
using BlockAssist.Game.World;

namespace BlockAssist.Game.Tests.Sound;

public sealed class GameSoundsTests : IDisposable
{
    private readonly HeardSounds _heard = new();
    private readonly GameSounds _sounds;

    public GameSoundsTests() => _sounds = new GameSounds(_heard);

    [Fact]
    public void No_variant_is_heard_twice_in_a_row()
    {
        for (var i = 0; i < 50; i++)
        {
            _sounds.Play(SoundKind.Step, Material.Planks, SoundChannel.Footsteps, new SoundCue(Vector3.Zero, 1));
        }

        var clips = _heard.Played.Select(played => played.Clip).ToArray();
        Assert.All(clips.Zip(clips.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
        Assert.Equal(4, clips.Distinct().Count());
    }

    [Fact]
    public void A_sound_is_as_loud_as_its_channel_and_the_master()
    {
        _sounds.Volumes = new SoundVolumes { Master = 1, Blocks = 1 };
        _sounds.Play(SoundKind.Place, Material.Stone, SoundChannel.Blocks, new SoundCue(Vector3.Zero, 1));
        _sounds.Volumes = new SoundVolumes { Master = 0.5f, Blocks = 0.5f };
        _sounds.Play(SoundKind.Place, Material.Stone, SoundChannel.Blocks, new SoundCue(Vector3.Zero, 1));

        Assert.Equal(_heard.Played[0].Cue.Gain / 4, _heard.Played[1].Cue.Gain, 1e-5f);
    }

    [Fact]
    public void What_is_turned_off_is_not_played_at_all()
    {
        _sounds.Volumes = new SoundVolumes { Jingles = 0 };

        _sounds.Play(SoundKind.Click);

        Assert.Empty(_heard.Played);
    }

    [Fact]
    public void Without_an_output_all_is_silent_and_nothing_fails()
    {
        using var silent = new GameSounds(null);

        silent.Listen(Vector3.Zero, Vector3.UnitZ);
        silent.Play(SoundKind.Completion);
        silent.Play(SoundKind.Break, Material.Glass, SoundChannel.Assistant, new SoundCue(Vector3.One, 1));
    }

    [Fact]
    public void Ears_have_an_up_even_for_who_looks_straight_down()
    {
        _sounds.Listen(Vector3.One, -Vector3.UnitY);

        Assert.Equal(0, Vector3.Dot(_heard.Ears.Forward, _heard.Ears.Up), 1e-5f);
        Assert.Equal(1, _heard.Ears.Up.Length(), 1e-5f);
    }

    [Fact]
    public void Playing_allocates_nothing()
    {
        _sounds.Play(SoundKind.Step, Material.Dirt, SoundChannel.Footsteps, new SoundCue(Vector3.Zero, 1));
        Assert.Equal(0, Garbage.Of(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                _sounds.Play(SoundKind.Step, Material.Dirt, SoundChannel.Footsteps, new SoundCue(Vector3.Zero, 1));
                _sounds.Listen(Vector3.Zero, Vector3.UnitZ);
            }
        }));
    }

    public void Dispose() => _sounds.Dispose();
}
