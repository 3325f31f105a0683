using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Net.Tests.Hub;

/// <summary>What the hub itself has to do is done once, whoever dies over it.</summary>
public sealed class HubWorkTests : IAsyncLifetime
{
    private readonly PlayedSwarm _swarm = new();

    public async ValueTask InitializeAsync() => await _swarm.TrainAsync(_swarm.Join(1, 2));

    public ValueTask DisposeAsync()
    {
        _swarm.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void Work_says_what_is_to_be_done_with_what()
    {
        var order = _swarm.Take();

        Assert.Equal((1UL, MessageKinds.Screening, PlayedSwarm.Genesis.Base), (order.Round, order.Kind, order.Base));
        Assert.Equal(2, order.Updates.Count);
    }

    [Fact]
    public void Work_is_given_to_one_at_a_time_and_again_when_nothing_is_heard_of_it()
    {
        var first = _swarm.Take();
        _swarm.Clock.Advance(_swarm.Options.WorkPatience / 2);
        Assert.True(_swarm.Coordinator.BeatWork(first.Token));
        _swarm.Clock.Advance(_swarm.Options.WorkPatience * 0.75);
        Assert.Null(_swarm.Coordinator.LeaseWork());

        _swarm.Clock.Advance(_swarm.Options.WorkPatience / 2);
        var second = _swarm.Take();

        Assert.NotEqual(first.Token, second.Token);
        Assert.False(_swarm.Coordinator.BeatWork(first.Token));
        Assert.True(_swarm.Coordinator.BeatWork(second.Token));
    }

    [Fact]
    public async Task Who_holds_an_old_token_is_not_heard_and_who_answers_twice_is_heard_once()
    {
        var first = _swarm.Take();
        _swarm.Clock.Advance(_swarm.Options.WorkPatience);
        var second = _swarm.Take();
        var answer = PlayedSwarm.AnswerTo(second);

        Assert.False(await FinishAsync(first.Token, second.Kind.Number, answer));
        Assert.True(await FinishAsync(second.Token, second.Kind.Number, answer));
        var entries = _swarm.Log.Entries;
        Assert.False(await FinishAsync(second.Token, second.Kind.Number, answer));
        Assert.False(_swarm.Coordinator.BeatWork(second.Token));
        Assert.Equal((entries, RoundStage.Verifying), (_swarm.Log.Entries, _swarm.Stage));
    }

    [Fact]
    public async Task An_answer_of_another_kind_or_without_sense_does_not_count_and_the_work_stays_theirs()
    {
        var order = _swarm.Take();

        Assert.False(await FinishAsync(order.Token, MessageKinds.Gating.Number, PlayedSwarm.AnswerTo(order)));
        Assert.False(await FinishAsync(order.Token, MessageKinds.Tick.Number, default));
        Assert.False(await FinishAsync(order.Token, order.Kind.Number, new byte[] { 0xFF }));
        Assert.False(await FinishAsync("", order.Kind.Number, PlayedSwarm.AnswerTo(order)));
        Assert.False(await FinishAsync(null!, order.Kind.Number, PlayedSwarm.AnswerTo(order)));

        Assert.Equal(RoundStage.Screening, _swarm.Stage);
        Assert.True(await FinishAsync(order.Token, order.Kind.Number, PlayedSwarm.AnswerTo(order)));
    }

    [Fact]
    public async Task Where_nothing_is_to_be_done_no_work_is_given()
    {
        await _swarm.WorkAsync();

        Assert.Equal(RoundStage.Verifying, _swarm.Stage);
        Assert.Null(_swarm.Coordinator.LeaseWork());
    }

    [Fact]
    public async Task The_work_of_a_coordinator_that_died_is_given_again_by_the_next_one()
    {
        var order = _swarm.Take();
        await _swarm.RestartAsync();

        Assert.False(await FinishAsync(order.Token, order.Kind.Number, PlayedSwarm.AnswerTo(order)));
        Assert.Equal(order.Updates, _swarm.Take().Updates);
    }

    private Task<bool> FinishAsync(string token, uint kind, ReadOnlyMemory<byte> body) =>
        _swarm.Coordinator.FinishWorkAsync(token, kind, body, CancellationToken.None);
}
