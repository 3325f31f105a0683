using BlockAssist.Net.Rounds;

namespace BlockAssist.Net.Tests.Swarms;

public sealed class SwarmTests
{
    [Fact]
    public async Task Peers_train_rounds_through_a_hub_and_the_model_gets_better()
    {
        await using var swarm = new ToySwarm(peers: 3);
        await swarm.StartHubAsync();
        swarm.JoinHub(new ToyTrainer());
        swarm.Join(1, new ToyTrainer());
        swarm.Join(2, new ToyTrainer());

        var (first, second) = (await swarm.RecordOfAsync(1), await swarm.RecordOfAsync(2));

        Assert.True(first.IsPromoted, swarm.Told);
        Assert.All(first.Credits, line => Assert.Equal(CreditReason.Verified, line.Reason));
        Assert.Equal(first.Model, second.Terms.Base);
        Assert.True(ToyModel.Distance(swarm.WeightsOf(second.Model)) < ToyModel.Distance(swarm.WeightsOf(first.Model)), swarm.Told);
    }

    [Fact]
    public async Task A_hub_that_dies_in_the_middle_of_a_round_goes_on_with_it()
    {
        await using var swarm = new ToySwarm(peers: 2);
        await swarm.StartHubAsync();
        swarm.JoinHub(new ToyTrainer());
        swarm.Join(1, new ToyTrainer());
        await swarm.HaveLeasesAsync(2);
        await swarm.HearsAsync("commit");

        await swarm.StopHubAsync();
        await swarm.StartHubAsync();
        var record = await swarm.RecordOfAsync(1);

        Assert.True(record.IsPromoted, swarm.Told);
        Assert.True(record.Credits.Count(line => line.Reason == CreditReason.Verified) == 2, swarm.Told);
    }

    [Fact]
    public async Task A_peer_that_dies_while_it_trains_comes_back_to_the_same_lease()
    {
        await using var swarm = new ToySwarm(peers: 2);
        await swarm.StartHubAsync();
        swarm.JoinHub(new ToyTrainer());
        using var killed = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var peer = swarm.Join(1, Endless(begun), killed.Token);
        await begun.Task;

        await killed.CancelAsync();
        swarm.Join(1, new ToyTrainer());
        var record = await swarm.RecordOfAsync(1);

        Assert.Equal(CreditReason.Verified, record.Credits.Single(line => line.Peer == peer).Reason);
    }

    [Fact]
    public async Task A_peer_that_is_slower_than_it_thought_is_credited_for_what_it_did_in_time()
    {
        await using var swarm = new ToySwarm(peers: 2) { Training = TimeSpan.FromSeconds(15) };
        await swarm.StartHubAsync();
        swarm.JoinHub(new ToyTrainer());
        var slow = swarm.Join(1, new ToyTrainer { IsSlow = true, Work = cancellation => Task.Delay(Timeout.Infinite, cancellation) });

        var record = await swarm.RecordOfAsync(1);

        var line = record.Credits.Single(line => line.Peer == slow);
        Assert.Equal((CreditReason.Verified, 1, true), (line.Reason, line.Segments, line.Amount > 0));
    }

    [Fact]
    public async Task A_peer_that_was_away_when_a_round_ended_hears_of_it_when_it_is_back()
    {
        await using var swarm = new ToySwarm(peers: 2);
        await swarm.StartHubAsync();
        swarm.JoinHub(new ToyTrainer());
        using var killed = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        swarm.Join(1, Endless(begun), killed.Token);
        await begun.Task;
        await killed.CancelAsync();
        await swarm.RecordOfAsync(1);

        swarm.Join(1, new ToyTrainer());
        var missed = await swarm.MissedByAsync(1, round: 1);

        Assert.Equal(CreditReason.NotCommitted, missed.Own?.Reason);
        await swarm.RecordOfAsync(2);
        Assert.False(Directory.Exists(swarm.FolderOf(1, round: 1)));
    }

    [Fact]
    public async Task A_peer_hears_of_rounds_in_which_it_had_no_part_when_it_wants_to()
    {
        await using var swarm = new ToySwarm(peers: 1) { MissingRecords = round => round > 1 ? [1] : [] };
        await swarm.StartHubAsync();
        swarm.JoinHub(new ToyTrainer());
        await swarm.RecordOfAsync(1);

        swarm.Join(1, new ToyTrainer());
        var missed = await swarm.MissedByAsync(1, round: 1);

        Assert.Null(missed.Own);
        Assert.Single(missed.Record.Credits);
    }

    // Trains until it is killed.
    private static ToyTrainer Endless(TaskCompletionSource begun) => new()
    {
        Work = async cancellation =>
        {
            begun.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
        },
    };
}
