using BlockAssist.Learner.Beliefs;

namespace BlockAssist.Learner.Tests.Beliefs;

public sealed class TrackRecordTests
{
    private readonly TrackRecord _record = new(100);

    private readonly float _atFirst = new TrackRecord(1).Shift;

    [Fact]
    public void Who_has_done_nothing_is_more_careful_than_the_model() => Assert.InRange(_record.Of(0.8f), 0.5f, 0.7f);

    [Fact]
    public void Whose_work_is_undone_gets_more_careful()
    {
        for (var cell = 0; cell < 4; cell++)
        {
            _record.Made(cell, 0.9f, othersEdits: 0);
            _record.Undone(cell);
        }

        Assert.InRange(_record.Of(0.9f), 0, 0.3f);
        Assert.True(_record.Of(0.95f) > _record.Of(0.9f));
    }

    [Fact]
    public void Work_that_stays_brings_trust_back_but_no_more_than_there_was()
    {
        _record.Made(0, 0.9f, 0);
        _record.Undone(0);
        var careful = _record.Of(0.9f);
        for (var cell = 1; cell < 60; cell++)
        {
            _record.Made(cell, 0.9f, cell);
            _record.Settle(cell);
        }

        Assert.True(careful < 0.9f);
        Assert.InRange(_record.Of(0.9f), 0.89f, 0.9f);
    }

    [Fact]
    public void What_others_do_to_work_that_is_not_ones_own_or_long_settled_says_nothing()
    {
        _record.Made(3, 0.9f, othersEdits: 0);
        _record.Settle(othersEdits: 1000);
        var settled = _record.Shift;
        _record.Undone(3);
        _record.Undone(4);

        Assert.Equal(settled, _record.Shift);
    }

    [Fact]
    public void An_episode_later_all_is_forgotten()
    {
        _record.Made(0, 0.9f, 0);
        _record.Undone(0);
        _record.Clear();

        Assert.Equal(_atFirst, _record.Shift);
    }
}
