using BlockAssist.Learner.Data;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Updates;
using BlockAssist.Learner.Verification;
using BlockAssist.Simulation.Files;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Leases;

/// <summary>How a lease learns from demonstrations.</summary>
internal sealed class ImitationCourse : ILeaseCourse
{
    private readonly LeaseBase _start;
    private readonly DemonstrationSet _data;
    private readonly LeaseManifest _manifest;
    private readonly TrainingOptions _options;
    private readonly LeaseTerms _terms;
    private readonly LeaseLessons _lessons;

    /// <summary>The course of a lease.</summary>
    public ImitationCourse(LeaseBase start, LeaseRecipe recipe, LeaseTerms terms, DemonstrationSet data)
    {
        (_start, _terms, _data) = (start, terms, data);
        _manifest = LeaseManifest.Of(data);
        _options = recipe.For(terms);
        _lessons = new LeaseLessons(_manifest, _options, terms.StepsASegment);
        States = new LeaseStates(start, recipe);
    }

    /// <inheritdoc/>
    public LeaseStates States { get; }

    /// <inheritdoc/>
    public LeaseMoment Begin() => new(_start.Moment());

    /// <inheritdoc/>
    public string LessonsOf(int segment) => _lessons.DigestOf(segment);

    /// <inheritdoc/>
    public ILeaseRun GoOn(LeaseMoment from, int steps, Device device)
    {
        var stage = new TrainingStage("lease", new HumanLessons(_start.Network, _data), _options);
        var feed = new LessonFeed(stage, from.Training.Step, from.Training.Step + steps);
        return new ImitationRun(feed, new SegmentRun(_start.Network, _options, from.Training, device));
    }

    /// <inheritdoc/>
    public void WriteEvidence(DoneSegment done, string file)
    {
        var start = States.ToBytes(done.Before);
        var claim = Claim(done, ContentHash.Of(start));
        new LeaseEvidence
        {
            Segment = claim,
            Manifest = _manifest,
            Start = start,
            End = States.ToBytes(done.After),
            Final = done.Final is null ? ReadOnlyMemory<byte>.Empty : States.ToBytes(done.Final),
            Episodes = [.. claim.Windows.Select(window => window.File).Distinct().Order(StringComparer.Ordinal).Select(Episode)],
        }.Save(file);
    }

    private TrainingSegment Claim(DoneSegment done, string start)
    {
        using var codec = new UpdateCodec();
        return new TrainingSegment
        {
            NetworkOptions = _start.Network.Options,
            TrainingOptions = _options,
            Start = start,
            Data = _manifest.DataHash(),
            Class = done.Class,
            FirstStep = done.Before.Training.Step,
            Steps = _terms.StepsASegment,
            End = done.After.Hash(),
            Windows = _lessons.WindowsOf(done.Number),
            Update = codec.Encode(done.After.Training.ChangeSince(done.Before.Training), new UpdateOptions(UpdateFormat.F32), start),
        };
    }

    private ReadOnlyMemory<byte> Episode(string hash)
    {
        for (var i = 0; i < _manifest.Lines.Count; i++)
        {
            if (_manifest.Lines[i].File == hash)
            {
                return File.ReadAllBytes(_data.Demonstrations[i].Path);
            }
        }

        throw new InvalidOperationException("A window of a file that is not in the manifest.");
    }

    private sealed class ImitationRun(LessonFeed feed, SegmentRun run) : ILeaseRun
    {
        public double Step() => run.Step(feed.Next()).Loss;

        public LeaseMoment Now() => new(run.Now());

        public void Dispose()
        {
            run.Dispose();
            feed.Dispose();
        }
    }
}
