using BlockAssist.Game.Watching;

namespace BlockAssist.Game.Tests.Watching;

public sealed class PlayheadTests
{
    [Theory]
    [InlineData(0, 1000)]
    [InlineData(2, 4000)]
    [InlineData(-2, 250)]
    [InlineData(50, 10_000)]
    public void Time_passes_as_fast_as_was_chosen_and_not_beyond_the_end(int faster, double expected)
    {
        var playhead = new Playhead(10_000);
        playhead.ChangeSpeed(faster);

        playhead.Advance(1);

        Assert.Equal(expected, playhead.Time);
    }

    [Fact]
    public void At_the_end_it_stops_and_starts_again_when_it_is_asked_to_play()
    {
        var playhead = new Playhead(500);
        playhead.Advance(1);
        Assert.False(playhead.IsPlaying);

        playhead.Toggle();

        Assert.Equal((0, true), (playhead.Time, playhead.IsPlaying));
    }

    [Fact]
    public void Whoever_waits_stays_where_he_is()
    {
        var playhead = new Playhead(500) { IsPlaying = false };

        playhead.Advance(1);

        Assert.Equal(0, playhead.Time);
    }

    [Fact]
    public void It_knows_whether_it_played_on_or_somebody_went_elsewhere()
    {
        var playhead = new Playhead(10_000);
        playhead.Advance(1);
        Assert.True(playhead.HasPlayedOn);

        playhead.Seek(3000);
        playhead.Advance(1);
        Assert.False(playhead.HasPlayedOn);
        playhead.Advance(1);
        Assert.True(playhead.HasPlayedOn);
        playhead.Toggle();
        playhead.Advance(1);
        Assert.False(playhead.HasPlayedOn);
    }
}
