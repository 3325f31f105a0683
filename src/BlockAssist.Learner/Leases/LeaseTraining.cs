using System.Buffers.Binary;
using System.Security.Cryptography;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Verification;
using BlockAssist.Simulation.Files;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Leases;

/// <summary>Trains a lease segment by segment in a folder of its own; killed at any moment it has lost one segment at most, and goes on to the same bits.</summary>
/// <remarks>Belongs to one thread; one more prepares lessons.</remarks>
public sealed class LeaseTraining
{
    private readonly LeaseBase _start;
    private readonly LeaseRecipe _recipe;
    private readonly LeaseTerms _terms;
    private readonly ILeaseCourse _course;
    private readonly LeaseFolder _folder;

    /// <summary>The training of a lease; nothing is done yet.</summary>
    /// <param name="start">What it begins with.</param>
    /// <param name="recipe">How it is trained.</param>
    /// <param name="terms">How much, and by which seed.</param>
    /// <param name="data">What is learnt from; <see cref="SoundDemonstrations"/>, or verifiers refute it. Where a lease learns from its own play it is not looked at.</param>
    /// <param name="folder">A folder for this lease alone; whoever asked for it deletes it.</param>
    /// <exception cref="ArtifactFormatException">The recipe is for another network than the base's.</exception>
    public LeaseTraining(LeaseBase start, LeaseRecipe recipe, LeaseTerms terms, DemonstrationSet data, string folder)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(terms);
        start.Demand(recipe);
        (_start, _recipe, _terms) = (start, recipe, terms);
        _course = LeaseCourses.Of(start, recipe, terms, data);
        _folder = new LeaseFolder(folder, _course.States, Key());
    }

    /// <summary>Reads the environment of the process: it is part of the class of device.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>What computes.</summary>
    public Device Device { get; init; } = CPU;

    /// <summary>Trains to the end, from where an earlier training in the folder was.</summary>
    /// <param name="progress">Told after each segment how many are done.</param>
    /// <param name="cancellation">Ends it between two steps; the segments that are done are kept.</param>
    /// <exception cref="TrainingException">A loss is not a number.</exception>
    /// <exception cref="Simulation.Episodes.EpisodeFormatException">A demonstration is not what it was.</exception>
    public LeaseResult Train(IProgress<int>? progress, CancellationToken cancellation)
    {
        var marks = Done();
        var moment = StateAfter(marks, marks.Count);
        using var run = _course.GoOn(moment, (_terms.Segments - marks.Count) * _terms.StepsASegment, Device);
        while (marks.Count < _terms.Segments)
        {
            var loss = Segment(run, cancellation);
            moment = run.Now();
            var mark = new LeaseMark(moment.Hash(), _course.LessonsOf(marks.Count), loss);
            _folder.Save(marks.Count, moment, mark);
            marks.Add(mark);
            progress?.Report(marks.Count);
        }

        return Result(marks, moment);
    }

    /// <summary>What came of the segments that are done; null if none is. For whoever must end before all are.</summary>
    public LeaseResult? SoFar()
    {
        var marks = Done();
        return marks.Count == 0 ? null : Result(marks, StateAfter(marks, marks.Count));
    }

    /// <summary>Writes all that the replay of a segment needs into one file, in the format of docs/formats/evidence.md.</summary>
    /// <param name="segment">One that is done.</param>
    /// <param name="file">Where to.</param>
    /// <exception cref="TrainingException">The segment is not done, or its state is gone.</exception>
    public void WriteEvidence(int segment, string file)
    {
        var marks = Done();
        if ((uint)segment >= (uint)marks.Count)
        {
            throw new TrainingException($"segment {segment}: not done, or not from the demonstrations that are here now; {marks.Count} segments are");
        }

        var final = segment == marks.Count - 1 ? null : StateAfter(marks, marks.Count);
        _course.WriteEvidence(new DoneSegment(segment, StateAfter(marks, segment), StateAfter(marks, segment + 1), final, Class), file);
    }

    /// <summary>Writes the state after some steps of a segment into a file: a checkpoint, as in evidence. The steps are made again.</summary>
    /// <param name="segment">One that is done.</param>
    /// <param name="steps">How many steps, fewer than it has.</param>
    /// <param name="file">Where to.</param>
    /// <param name="cancellation">Ends it between two steps.</param>
    /// <exception cref="TrainingException">The segment is not done, its state is gone, or it has not as many steps.</exception>
    public void WriteState(int segment, int steps, string file, CancellationToken cancellation)
    {
        var marks = Done();
        if ((uint)segment >= (uint)marks.Count || (uint)steps >= (uint)_terms.StepsASegment)
        {
            throw new TrainingException($"there is no state after step {steps} of segment {segment}; {marks.Count} segments of {_terms.StepsASegment} steps are done");
        }

        using var run = _course.GoOn(StateAfter(marks, segment), _terms.StepsASegment, Device);
        for (var step = 0; step < steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            run.Step();
        }

        _course.States.Save(run.Now(), file);
    }

    private DeviceClass Class => DeviceClass.Of(Device, Variable);

    private float Segment(ILeaseRun run, CancellationToken cancellation)
    {
        var losses = 0.0;
        for (var step = 0; step < _terms.StepsASegment; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            losses += run.Step();
        }

        return (float)(losses / _terms.StepsASegment);
    }

    private List<LeaseMark> Done() => _folder.Marks(_terms.Segments, _course.LessonsOf);

    private LeaseMoment StateAfter(List<LeaseMark> marks, int segments) =>
        segments == 0 ? _course.Begin()
        : _folder.StateOf(segments - 1, marks[segments - 1])
        ?? throw new TrainingException($"the state after segment {segments - 1} is gone or damaged; train the lease again");

    private LeaseResult Result(List<LeaseMark> marks, LeaseMoment end)
    {
        var update = LeaseUpdate.Of(_start, end);
        AtomicFile.Write(_folder.UpdatePath, stream => stream.Write(update));
        return new LeaseResult(marks, _folder.UpdatePath, _recipe.ExamplesOf(_terms, marks.Count), Class);
    }

    /// <summary>The hash of all that the training depends on but the demonstrations, which each mark tells of.</summary>
    private string Key()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> numbers = stackalloc byte[16];
        BinaryPrimitives.WriteInt32LittleEndian(numbers, _terms.Segments);
        BinaryPrimitives.WriteInt32LittleEndian(numbers[4..], _terms.StepsASegment);
        BinaryPrimitives.WriteUInt64LittleEndian(numbers[8..], _terms.Seed);
        hash.AppendData(numbers);
        hash.AppendData(Convert.FromHexString(_start.Hash));
        hash.AppendData(_recipe.ToBytes());
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
