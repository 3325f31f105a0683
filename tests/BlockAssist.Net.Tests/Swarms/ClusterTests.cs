using BlockAssist.Net.Blobs.Buckets;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Net.Tests.Swarms;

/// <summary>The same as one silo does, by three over a real server.</summary>
public sealed class ClusterTests
{
    [Fact]
    public async Task Three_silos_over_Redis_drive_rounds_together_and_go_on_when_one_is_gone()
    {
        using var redis = RedisServer.StartOrSkip();
        await LoseOneOfThreeAsync(redis.Address);
    }

    [Fact]
    public async Task Three_silos_over_PostgreSQL_drive_rounds_together_and_go_on_when_one_is_gone()
    {
        using var postgres = PostgresServer.StartOrSkip();
        await LoseOneOfThreeAsync(postgres.AddressWithPassword);
    }

    [Fact]
    public async Task Two_gateways_that_share_nothing_but_a_bucket_serve_the_same_and_one_goes_on_when_the_other_is_gone()
    {
        using var redis = RedisServer.StartOrSkip();
        await using var server = await S3Server.StartAsync();
        using var bucket = await BlobBucket.OpenAsync(BucketAddress.Parse("s3://garden/toys"), server.Variable, TestContext.Current.CancellationToken);
        await using var swarm = new ToySwarm(peers: 3, redis.Address, silos: 2, bucket);

        var (first, second) = await LoseSiloAsync(swarm);

        Assert.Equal(3, first.Credits.Count(line => line.Reason == CreditReason.Verified));
        Assert.Equal(3, second.Credits.Count(line => line.Reason == CreditReason.Verified));
        Assert.True(await swarm.ShelfOf(0).BringAsync(first.Model, CancellationToken.None));
        Assert.Contains($"toys/{first.Model}", server.Objects.Keys);
    }

    private static async Task LoseOneOfThreeAsync(string cluster)
    {
        await using var swarm = new ToySwarm(peers: 3, cluster, silos: 3);

        var (first, second) = await LoseSiloAsync(swarm);

        Assert.Equal(first.Model, second.Terms.Base);
        Assert.All(second.Credits, line => Assert.True(line.Reason == CreditReason.Verified, $"{line.Reason}; {swarm.Told}"));
        Assert.Equal(3, second.Credits.Count(line => line.Reason == CreditReason.Verified));

        // Nobody shows play, to which a tenth would go.
        Assert.Equal(0.9 * second.Terms.Budget, second.Credits.Sum(line => line.Amount) + second.Verifications.Values.Sum(), 1e-6);
    }

    // In the middle of the second round.
    private static async Task<(RoundRecord First, RoundRecord Second)> LoseSiloAsync(ToySwarm swarm)
    {
        await swarm.StartHubAsync();
        swarm.JoinHub(new ToyTrainer());
        swarm.Join(1, new ToyTrainer());
        swarm.Join(2, new ToyTrainer());
        var first = await swarm.RecordOfAsync(1);
        await swarm.HaveLeasesAsync(3, round: 2);
        await swarm.HearsAsync("commit", round: 2);

        await swarm.StopSiloAsync(0);
        var second = await swarm.RecordOfAsync(2);

        Assert.True(first.IsPromoted, swarm.Told);
        return (first, second);
    }
}
