using System.Security.Cryptography;
using BlockAssist.Net.Clips;
using BlockAssist.Net.Tests.Clips;
using BlockAssist.Simulation.Episodes.Clips;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Net.Tests.Swarms;

public sealed class ClipSwarmTests
{
    [Fact]
    public async Task Peers_hear_of_clips_fetch_them_play_them_again_and_keep_them_and_what_is_none_harms_nobody()
    {
        await using var swarm = new ToySwarm(peers: 3) { ExchangesClips = true, Training = TimeSpan.FromSeconds(10) };
        SomeSession.Record(Path.Combine(Directory.CreateDirectory(swarm.PlaceOf(1, "sessions")).FullName, "one.bae"), 1);
        Forge(swarm.PlaceOf(2, "sessions"), swarm.PlaceOf(2, "offers"));
        await swarm.StartHubAsync();
        swarm.JoinHub(new ToyTrainer());
        var honest = swarm.Join(1, new ToyTrainer());
        swarm.Join(2, new ToyTrainer());

        var record = await swarm.RecordOfAsync(1);
        await swarm.HasClipsAsync(2, round: 1);

        Assert.True(record.IsPromoted, swarm.Told);
        Assert.NotEmpty(record.Clips);
        Assert.All(record.Clips, clip => Assert.Equal(honest, clip.Peer));
        var kept = new ForeignClips(swarm.PlaceOf(2, "clips")).Files();
        Assert.Equal(
            record.Clips.ToDictionary(clip => clip.File.ToString(), clip => (clip.Built, clip.Acts)),
            kept.ToDictionary(ContentHash.OfFile, clip => (ClipWorth.Of(clip)!.Built, ClipWorth.Of(clip)!.Acts)));
        Assert.Empty(new ForeignClips(swarm.PlaceOf(1, "clips")).Files());
        Assert.Empty(Directory.GetFiles(swarm.PlaceOf(2, "offers"), "*", SearchOption.AllDirectories));
    }

    // What is still to be offered of a session, made up.
    private static void Forge(string sessions, string offers)
    {
        var session = SomeSession.Record(Path.Combine(Directory.CreateDirectory(sessions).FullName, "two.bae"), 2);
        var cut = Directory.CreateDirectory(Path.Combine(offers, ContentHash.OfFile(session))).FullName;
        File.WriteAllBytes(Path.Combine(cut, "0999999-noise.bae"), RandomNumberGenerator.GetBytes(3000));
        File.Copy(session, Path.Combine(cut, "0999998-whole.bae"));
    }
}
