using System.IO.Hashing;
using System.Text;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Leases;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Tests.Checkpoints;
using BlockAssist.Learner.Updates;
using BlockAssist.Learner.Verification;

namespace BlockAssist.Learner.Tests.Compatibility;

/// <summary>What a later version writes is refused in one wording, and left as it is.</summary>
public sealed class NewerVersionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Updates_segments_and_evidence_are_refused()
    {
        Newer.IsRefused("file", "updates", () => UpdateCodec.ReadHeader(Later(FirstVersion.Update()), "file"));
        Newer.IsRefused("file", "segments", () => SegmentFile.FromBytes(Later(FirstVersion.Segment()), "file"));
        Newer.IsRefused("file", "evidence", () => LeaseEvidence.FromBytes(Later(FirstVersion.Evidence()), "file"));
        Newer.IsRefused("file", "evidence of self-play", () => SelfPlayEvidence.FromBytes(Later(FirstVersion.SelfPlayEvidence()), "file"));
    }

    [Fact]
    public void What_only_begins_alike_is_not_taken_for_a_later_version()
    {
        byte[] other = [0x89, (byte)'B', (byte)'A', (byte)'X', 2, 0, 0, 0, .. new byte[60]];

        Assert.Throws<ArtifactFormatException>(() => UpdateCodec.ReadHeader(other, "file"));
        Assert.Throws<ArtifactFormatException>(() => SegmentFile.FromBytes(other, "file"));
        Assert.Throws<ArtifactFormatException>(() => LeaseEvidence.FromBytes(other, "file"));
        Assert.Throws<ArtifactFormatException>(() => SelfPlayEvidence.FromBytes(other, "file"));
    }

    [Fact]
    public void A_checkpoint_is_refused_by_all_that_load_it()
    {
        var file = _folder.File("model.safetensors");
        File.WriteAllBytes(file, LaterCheckpoint());
        var registry = new ModelRegistry(_folder.File("models"), TimeProvider.System);

        Newer.IsLeftAlone(file, "checkpoints", () => CheckpointFile.Load(file), () => registry.Import(file, ModelKind.Human));
    }

    [Fact]
    public void A_calibration_is_refused()
    {
        var file = _folder.File("calibration.json");
        CalibrationFile.Save(FirstVersion.SomeCalibration() with { Version = 2 }, file);

        Newer.IsLeftAlone(file, "calibrations", () => CalibrationFile.Load(file));
    }

    [Theory]
    [InlineData("""{"op":"add","hash":"#","at":"2026-11-26T12:00:00+00:00","kind":"human","version":2}""")]
    [InlineData("""{"op":"quantize","hash":"#","at":"2026-11-26T12:00:00+00:00"}""")]
    [InlineData("""{"op":"add","hash":"#","at":"2026-11-26T12:00:00+00:00","kind":"animal"}""")]
    [InlineData("""{"op":"merge","hashes":["#"],"version":2}""")]
    public void An_event_of_a_later_program_is_never_written_over(string later)
    {
        var registry = new ModelRegistry(_folder.Path, TimeProvider.System);
        var hash = registry.Add(SomeCheckpoints.Small(), ModelKind.Human).Model.Hash;
        var index = _folder.File("index.jsonl");
        var json = Encoding.UTF8.GetBytes(later.Replace("#", new string('a', 64), StringComparison.Ordinal));
        File.AppendAllText(index, $"{{\"crc\":\"{Crc32.HashToUInt32(json):x8}\",\"event\":{Encoding.UTF8.GetString(json)}}}\n");

        Newer.IsLeftAlone(
            index,
            "the index of models",
            () => registry.List(),
            () => registry.Add(SomeCheckpoints.Small(2), ModelKind.Human),
            () => registry.Promote(hash),
            () => registry.Archive(hash),
            () => registry.Remove(hash),
            () => registry.Rollback(ModelKind.Human),
            () => registry.Verify(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void What_a_lease_keeps_is_refused_and_not_trained_over()
    {
        var list = _folder.File("demonstrations.json");
        File.WriteAllText(list, """{"version":2,"demonstrations":[]}""");

        Newer.IsLeftAlone(list, "lists of demonstrations", () => new KeptDemonstrations(list).Load());
    }

    internal static byte[] Later(byte[] file)
    {
        byte[] later = [.. file];
        later[4]++;
        return later;
    }

    internal static byte[] LaterCheckpoint()
    {
        var writer = CheckpointEncoding.Encode(SomeCheckpoints.Small());
        writer.Metadata["blockassist"] = "checkpoint 2";
        var stream = new MemoryStream();
        writer.Write(stream);
        return stream.ToArray();
    }
}
