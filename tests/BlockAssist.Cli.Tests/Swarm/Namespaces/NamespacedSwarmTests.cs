using BlockAssist.Learner.Models;
using BlockAssist.Net.Gates;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Cli.Tests.Swarm.Namespaces;

/// <summary>Real nodes in networks of their own, over lines that delay and lose, with cuts and kills and one who lies.</summary>
public sealed class NamespacedSwarmTests(ITestOutputHelper output)
{
    private const ulong Rounds = 3;
    private static readonly TimeSpan Partition = TimeSpan.FromSeconds(15);

    [Fact]
    public void Four_nodes_train_people_s_play_through_a_cut_and_two_kills_while_one_of_them_lies()
    {
        NamespacesNeeded.Demand();
        var recordings = SharedData.Need("mbag/episodes");
        using var swarm = new SwarmOfFour();
        try
        {
            swarm.Begin(recordings);
            LiveThroughRounds(swarm);
            RoundRecord[] records = [.. Numbers.Select(round => swarm.RecordOf(swarm.Hub, round))];
            foreach (var line in new SwarmSummary(swarm).Of(records))
            {
                output.WriteLine(line);
            }

            EverybodyWasToldTheSame(swarm, records);
            TheModelIsBetter(swarm, records);
            HonestWorkWasCredited(swarm, records);
            TheLiarGotNothing(swarm, records);
            NothingWasCreditedTwice(records);
        }
        catch
        {
            output.WriteLine(swarm.Tails());
            throw;
        }
    }

    private static IEnumerable<ulong> Numbers => [1, 2, Rounds];

    private static void LiveThroughRounds(SwarmOfFour swarm)
    {
        swarm.AwaitEnd(1, swarm.Honest);

        swarm.AwaitTraining(swarm.Near, 2);
        swarm.Links[0].IsCut = true;
        Thread.Sleep(Partition);
        swarm.Links[0].IsCut = false;
        swarm.AwaitEnd(2, swarm.Honest);

        swarm.AwaitTraining(swarm.Far, Rounds);
        swarm.Far.Kill();
        swarm.Start(swarm.Far);
        swarm.Hub.Kill();
        swarm.StartHub();
        swarm.AwaitEnd(Rounds, swarm.Honest);
        swarm.Await("the liar has asked once more", () => swarm.Liar.HasSaid($"round {Rounds}: asked for a lease"));
    }

    private static void EverybodyWasToldTheSame(SwarmOfFour swarm, RoundRecord[] records)
    {
        foreach (var (record, peer) in records.SelectMany(record => swarm.Honest.Select(peer => (record, peer))))
        {
            var heard = swarm.RecordOf(peer, record.Terms.Number);
            Assert.Equal((record.Model, record.IsPromoted), (heard.Model, heard.IsPromoted));
            Assert.Equal(record.Credits, heard.Credits);
            Assert.Equal(record.Verifications, heard.Verifications);
        }
    }

    private static void TheModelIsBetter(SwarmOfFour swarm, RoundRecord[] records)
    {
        var promoted = records.Where(record => record.IsPromoted).ToList();
        Assert.NotEmpty(promoted);
        Assert.All(promoted, record => Assert.True(record.Gate is { Verdict: GateVerdict.Better, IsPassed: true, Mean: > 0 }));

        var model = promoted[^1].Model.ToString();
        foreach (var machine in swarm.Honest)
        {
            swarm.Await($"{machine.Name} plays with {model}", () => PlaysOn(machine) == model);
            var status = machine.Ask("node", "status").GetProperty("status");
            Assert.Equal(model, status.GetProperty("models")[0].GetProperty("hash").GetString());
        }
    }

    private static string? PlaysOn(SwarmMachine machine) => machine.Ask("model", "list").GetProperty("models").EnumerateArray()
        .Where(one => one.GetProperty("kind").ToString().Equals(nameof(ModelKind.Human), StringComparison.OrdinalIgnoreCase) && one.GetProperty("state").GetString() == "promoted")
        .Select(one => one.GetProperty("hash").GetString())
        .SingleOrDefault();

    private static void HonestWorkWasCredited(SwarmOfFour swarm, RoundRecord[] records)
    {
        Assert.DoesNotContain(records.SelectMany(record => record.Refuted.Concat(record.Slanderers)), peer => peer != swarm.Liar.Peer);
        foreach (var machine in swarm.Honest)
        {
            var credited = records.Count(record => record.Credits.Any(line => line.Peer == machine.Peer && line.Reason == CreditReason.Verified && line.Amount > 0));
            Assert.True(credited > records.Length / 2, $"{machine.Name} was credited in {credited} of {records.Length} rounds");
        }
    }

    private static void TheLiarGotNothing(SwarmOfFour swarm, RoundRecord[] records)
    {
        var liar = swarm.Liar.Peer;
        var refuted = Assert.Single(records, record => record.Refuted.Contains(liar));
        Assert.Equal(CreditReason.Refuted, Assert.Single(refuted.Credits, line => line.Peer == liar).Reason);
        Assert.DoesNotContain(records.SelectMany(record => record.Credits), line => line.Peer == liar && line.Amount > 0);
        Assert.DoesNotContain(records, record => record.Verifications.GetValueOrDefault(liar) > 0);
        Assert.DoesNotContain(records.SkipWhile(record => record != refuted).Skip(1).SelectMany(record => record.Credits), line => line.Peer == liar);
        Assert.True(swarm.Liar.HasSaid($"round {Rounds}: asked for a lease: {RoundRefusal.Banned}"));
    }

    private static void NothingWasCreditedTwice(RoundRecord[] records)
    {
        const double Rounding = 1e-6;
        foreach (var record in records)
        {
            Assert.Distinct(record.Credits.Select(line => line.Peer));
            Assert.InRange(record.Credits.Sum(line => line.Amount) + record.Verifications.Values.Sum(), 0, record.Terms.Budget + Rounding);
        }
    }
}
