using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Leases;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Updates;
using BlockAssist.Learner.Verification;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Tests.Leases;

[Collection(TrainingTests.Name)]
public sealed class LeaseReplayTests : IDisposable
{
    private static readonly string Elsewhere = ContentHash.Of([1]);

    private readonly SmallLease _small = new();
    private readonly LeaseResult _result;

    public LeaseReplayTests() => _result = _small.Train();

    [Fact]
    public void Every_segment_of_an_honest_lease_comes_to_the_same()
    {
        Assert.All([0, 1, 2], segment =>
        {
            var finding = Replay(segment);
            Assert.Equal(new LeaseFinding(LeaseOutcome.Same, "the same bits") { Class = _result.Class.Key }, finding with { Play = [] });
            Assert.All(finding.Play, play => Assert.InRange(play.Built, 1, 9));
            Assert.Equal(finding.Play.Count, finding.Play.Select(play => (play.File, play.Builder)).Distinct().Count());
            Assert.NotEmpty(finding.Play);
        });
    }

    [Fact]
    public void A_lease_that_was_ended_early_is_honest_too()
    {
        var few = _small.Training("few");
        using var source = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => few.Train(new Canceller(2, source), source.Token));
        var result = few.SoFar()!;

        Assert.Equal(2, result.Marks.Count);
        Assert.Equal(_result.Marks.Take(2), result.Marks);
        Assert.All([0, 1], segment => Assert.Equal(LeaseOutcome.Same, _small.Replay(SmallLease.Claim(result, segment), _small.Evidence(segment, few), result.Update).Outcome));
    }

    [Fact]
    public void The_same_bits_are_the_same_whatever_the_class()
    {
        Assert.Equal(LeaseOutcome.Same, _small.Replay(Claim(1), _small.Evidence(1), _result.Update, own: "other").Outcome);
    }

    [Fact]
    public void Windows_that_the_seed_does_not_give_are_found()
    {
        Different(Changed(1, evidence => evidence with { Segment = evidence.Segment with { Windows = [.. evidence.Segment.Windows.Reverse()] } }), "windows");
        Different(_small.Replay(Claim(1) with { Terms = SmallLease.Terms with { Seed = 78 } }, _small.Evidence(1), _result.Update), "options");
    }

    [Fact]
    public void Lessons_that_are_not_those_of_the_mark_are_found()
    {
        Different(Replay(1, claim => claim with { Marks = [.. claim.Marks.Select(mark => mark with { Lessons = Elsewhere })] }), "lessons");
        Different(Changed(1, evidence => evidence with { Manifest = new LeaseManifest([.. evidence.Manifest.Lines, evidence.Manifest.Lines[0]]) }), "manifest");
    }

    [Fact]
    public void Other_options_are_found()
    {
        var hot = _small.Training("hot", recipe: SmallLease.Recipe with { Rate = 0.01 });
        var result = hot.Train(null, CancellationToken.None);

        Different(_small.Replay(SmallLease.Claim(result, 0), _small.Evidence(0, hot), result.Update), "options");
    }

    [Fact]
    public void A_state_that_does_not_follow_from_the_one_before_is_found()
    {
        Different(Replay(1, claim => claim with { Marks = [claim.Marks[0] with { State = Elsewhere }, .. claim.Marks.Skip(1)] }), "start");
        Different(Replay(1, claim => claim with { Marks = [claim.Marks[0], claim.Marks[1] with { State = Elsewhere }, claim.Marks[2]] }), "end");
        Different(Replay(1, claim => claim with { Marks = [.. claim.Marks.Take(2), claim.Marks[2] with { State = Elsewhere }] }), "last mark");
        Different(_small.Replay(Claim(0), _small.Evidence(1), _result.Update), "steps");
    }

    [Fact]
    public void Steps_that_were_never_made_are_found_within_a_class_and_undecided_between_classes()
    {
        // All marks and hashes fit: only who trains again sees it.
        var moment = TrainingMoment.Of(CheckpointFile.Load(_small.File("lease/segment-1.safetensors")), _small.Base.Network.Weights(), "made up");
        moment.Weights[0] += 0.01f;
        var file = CheckpointFile.ToBytes(moment.Into(CheckpointFile.Load(_small.File("lease/segment-1.safetensors"))));
        var marks = _result.Marks.Take(2).ToList();
        marks[1] = marks[1] with { State = moment.Hash() };
        var evidence = LeaseEvidence.Load(_small.Evidence(1));
        var before = TrainingMoment.Of(CheckpointFile.FromBytes(evidence.Start.ToArray(), "start"), _small.Base.Network.Weights(), "start");
        using var codec = new UpdateCodec();
        var made = evidence with
        {
            End = file,
            Final = ReadOnlyMemory<byte>.Empty,
            Segment = evidence.Segment with { End = moment.Hash(), Update = codec.Encode(moment.ChangeSince(before), new UpdateOptions(UpdateFormat.F32), evidence.Segment.Start) },
        };
        made.Save(_small.File("made"));
        File.WriteAllBytes(_small.File("update"), LeaseUpdate.Of(_small.Base, new LeaseMoment(moment)));

        var claim = Claim(1) with { Marks = marks, Examples = SmallLease.Recipe.ExamplesOf(SmallLease.Terms, 2) };
        Different(_small.Replay(claim, _small.File("made"), _small.File("update")), "other bits", LeaseSubject.Steps);
        Assert.Equal(LeaseOutcome.Undecided, _small.Replay(claim, _small.File("made"), _small.File("update"), own: "other").Outcome);
    }

    [Fact]
    public void Another_update_is_found()
    {
        var other = File.ReadAllBytes(_result.Update);
        other[^8] ^= 1;
        File.WriteAllBytes(_small.File("other"), other);

        Different(_small.Replay(Claim(2), _small.Evidence(2), _small.File("other")), "update");
        Different(_small.Replay(Claim(2), _small.Evidence(2), _small.RecipeFile), "update");
        File.WriteAllBytes(_small.File("sound"), Update(new UpdateOptions(UpdateFormat.I8), change => change[5] += 0.01f));
        Different(_small.Replay(Claim(2), _small.Evidence(2), _small.File("sound")), "update");
        File.WriteAllBytes(_small.File("exact"), Update(new UpdateOptions(UpdateFormat.F32), change => change[5] *= 2));
        Different(_small.Replay(Claim(2), _small.Evidence(2), _small.File("exact")), "update");
    }

    [Fact]
    public void An_update_that_says_the_same_in_other_bytes_is_the_same()
    {
        File.WriteAllBytes(_small.File("unpacked"), Update(new UpdateOptions(UpdateFormat.I8) { Compress = false }, _ => { }));

        Assert.Equal(LeaseOutcome.Same, _small.Replay(Claim(2), _small.Evidence(2), _small.File("unpacked")).Outcome);
    }

    [Fact]
    public void More_examples_or_another_device_than_is_so_are_found()
    {
        Different(Replay(1, claim => claim with { Examples = claim.Examples + 1 }), "examples");
        Different(Replay(1, claim => claim with { Class = "cpu; elsewhere" }), "class");
    }

    [Fact]
    public void Episodes_must_be_what_the_manifest_says_and_replay()
    {
        Different(Changed(1, evidence => evidence with { Episodes = [.. evidence.Episodes.Reverse()] }), "another file");
        Different(Changed(1, evidence => evidence with { Episodes = [.. evidence.Episodes.Skip(1)] }), "episodes");
    }

    [Fact]
    public void Play_that_nobody_played_is_found()
    {
        var forged = ForgedDemonstrations();
        var training = _small.Training("forged", data: forged);
        var result = training.Train(null, CancellationToken.None);

        Different(_small.Replay(SmallLease.Claim(result, 0), _small.Evidence(0, training), result.Update), "turns of episode");
    }

    [Fact]
    public void A_lease_that_asks_for_too_much_is_not_the_fault_of_who_trained_it()
    {
        var finding = _small.Replay(Claim(1), _small.Evidence(1), _result.Update, limits: new SegmentLimits { Steps = 1 });

        Assert.Equal(LeaseOutcome.Undecided, finding.Outcome);
    }

    [Fact]
    public void Without_its_own_files_a_verifier_cannot_tell()
    {
        Assert.Equal(LeaseOutcome.Undecided, _small.Replay(Claim(1), _small.File("nothing"), _result.Update).Outcome);
        Assert.Equal(LeaseOutcome.Undecided, _small.Replay(Claim(1), _small.Evidence(1), _small.File("nothing")).Outcome);
        Assert.Equal(LeaseOutcome.Undecided, _small.Replay(Claim(1) with { Segment = 3 }, _small.Evidence(1), _result.Update).Outcome);
        File.Delete(_small.BaseFile);
        Assert.Equal(LeaseOutcome.Undecided, Replay(1).Outcome);
    }

    [Fact]
    public void Damaged_evidence_is_a_finding_and_never_an_exception()
    {
        byte[][] corpus = [.. ((int[])[0, 1, 2]).Select(segment => File.ReadAllBytes(_small.Evidence(segment)))];
        var damaged = _small.File("damaged");

        FuzzRun.Over(corpus, 20, bytes =>
        {
            File.WriteAllBytes(damaged, bytes);
            IsFound(_small.Replay(Claim(1), damaged, _result.Update));
            if (bytes.Length > 4)
            {
                System.Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(bytes.Length - 4), System.IO.Hashing.Crc32.HashToUInt32(bytes.AsSpan(0, bytes.Length - 4)));
                File.WriteAllBytes(damaged, bytes);
                IsFound(_small.Replay(Claim(1), damaged, _result.Update));
            }
        });
    }

    public void Dispose() => _small.Dispose();

    // Damage may look like a later version, which is nobody's fault.
    private static void IsFound(LeaseFinding finding) => Assert.Equal(Newer.Is(finding.Reason), finding.Outcome == LeaseOutcome.Undecided);

    // But for steps that were never made, the referee judges for itself.
    private static void Different(LeaseFinding finding, string reason, LeaseSubject subject = LeaseSubject.Evidence)
    {
        Assert.Equal(subject, finding.Subject);
        Assert.Contains(reason, finding.Reason, StringComparison.Ordinal);
        Assert.Equal(LeaseOutcome.Different, finding.Outcome);
    }

    /// <summary>Demonstrations of which a trainer says that they have fewer turns than they do: other windows follow from that.</summary>
    private DemonstrationSet ForgedDemonstrations() => new([.. _small.Data.Demonstrations.Select(one => one with { Turns = one.Turns - 5 })]);

    private byte[] Update(UpdateOptions options, Action<float[]> change)
    {
        var end = TrainingMoment.Of(CheckpointFile.Load(_small.File("lease/segment-2.safetensors")), _small.Base.Network.Weights(), "end");
        var row = end.ChangeSince(_small.Base.Moment());
        change(row);
        using var codec = new UpdateCodec();
        return codec.Encode(row, options, _small.Base.Hash);
    }

    private LeaseClaim Claim(int segment) => SmallLease.Claim(_result, segment);

    private LeaseFinding Replay(int segment, Func<LeaseClaim, LeaseClaim>? change = null) =>
        _small.Replay((change ?? (claim => claim))(Claim(segment)), _small.Evidence(segment), _result.Update);

    private LeaseFinding Changed(int segment, Func<LeaseEvidence, LeaseEvidence> change)
    {
        change(LeaseEvidence.Load(_small.Evidence(segment))).Save(_small.File("changed"));
        return _small.Replay(Claim(segment), _small.File("changed"), _result.Update);
    }

    private sealed class Canceller(int after, CancellationTokenSource source) : IProgress<int>
    {
        public void Report(int value)
        {
            if (value == after)
            {
                source.Cancel();
            }
        }
    }
}
