using BlockAssist.Learner.Data;
using BlockAssist.Learner.Leases;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Updates;
using BlockAssist.Learner.Verification;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Tests.Leases;

/// <summary>A lease of one segment of six steps over which a trainer and a verifier do not agree.</summary>
internal sealed class DisputedLease : IDisposable
{
    public const int Steps = 6;

    private static readonly DeviceClass Own = DeviceClass.Of(CPU, _ => null);

    private readonly SmallLease _small = new();
    private readonly LeaseTraining _training;

    public DisputedLease()
    {
        _training = _small.Training(terms: Terms);
        var result = _training.Train(null, CancellationToken.None);
        Honest = new LeaseClaim(Terms, 0, result.Marks, result.Examples, result.Class.Key);
        HonestFiles = new LeaseFiles(_small.BaseFile, _small.RecipeFile, _small.Evidence(0, _training), result.Update);
    }

    public static LeaseTerms Terms { get; } = new(1, Steps, 77);

    public LeaseClaim Honest { get; }

    public LeaseFiles HonestFiles { get; }

    /// <summary>How far the two classes may be apart.</summary>
    public double? Tolerance { get; set; }

    /// <summary>How many questions were asked.</summary>
    public int Questions { get; private set; }

    public string File(string name) => _small.File(name);

    /// <summary>The trainer's state after some steps, as it makes it again from its folder.</summary>
    public string Trainer(int steps)
    {
        _training.WriteState(0, steps, File($"trainer-{steps}"), CancellationToken.None);
        return File($"trainer-{steps}");
    }

    /// <summary>The state of a verifier who made the steps again.</summary>
    public string Verifier(int steps)
    {
        var finding = With(replay => replay.WriteState(Honest, HonestFiles, steps, File($"verifier-{steps}"), CancellationToken.None));
        Assert.Equal((LeaseOutcome.Undecided, LeaseSubject.Steps, Own.Key), (finding.Outcome, finding.Subject, finding.Class));
        return File($"verifier-{steps}");
    }

    public TrainingMoment Moment(string file) => States.Read(System.IO.File.ReadAllBytes(file), file).Training;

    public string Save(string name, TrainingMoment moment)
    {
        States.Save(new LeaseMoment(moment), File(name));
        return File(name);
    }

    /// <summary>The states after each step of who cheats, and claim and evidence that fit them.</summary>
    public (LeaseClaim Claim, LeaseFiles Files, IReadOnlyList<TrainingMoment> States) Cheated(Cheat cheat)
    {
        var (options, states) = (SmallLease.Recipe.For(Terms), new List<TrainingMoment> { _small.Base.Moment() });
        var plan = new WindowPlan(_small.Data, options.Length, options.Batch, options.Seed, options.Turned);
        using var run = new SegmentRun(_small.Base.Network, options with { Rate = options.Rate * cheat.Rate }, states[0], CPU);
        for (var step = 0; step < Steps; step++)
        {
            var isLast = step == Steps - 1;
            var lies = !isLast || cheat.Last == LastStep.Made ? cheat.WrongLabels : cheat.Last == LastStep.OneWrongLabel ? 1e-9 : 1;
            var minibatch = Minibatch.Load(plan.Of(step), options.Length);
            using var wrong = new WrongLabels(minibatch, lies, 1);
            if (isLast && cheat.Last == LastStep.Skipped)
            {
                states.Add(states[^1] with { Step = Steps });
                break;
            }

            run.Step(minibatch);
            states.Add(run.Now());
        }

        return Claimed(states);
    }

    /// <summary>Asks for states until one step is left, and has that made.</summary>
    /// <returns>For whom the referee is.</returns>
    public LeaseWord Settle(LeaseClaim claim, LeaseFiles files, Func<int, string> trainer, Func<int, string> challenger, string? key = null)
    {
        var (low, high, agreed, claimed) = (0, Steps, (string?)null, (string?)null);
        Questions = 0;
        while (high - low > 1)
        {
            var (middle, shown) = ((low + high) / 2, trainer((low + high) / 2));
            Questions++;
            switch (With(replay => Referee(replay).Compare(claim, files, middle, (shown, challenger(middle)), key ?? claim.Class).Word))
            {
                case LeaseWord.Agree: (low, agreed) = (middle, shown); break;
                case LeaseWord.Disagree: (high, claimed) = (middle, shown); break;
                case var word: return word;
            }
        }

        return With(replay => Referee(replay).MakeStep(claim, files, low, agreed, claimed, CancellationToken.None)).Outcome switch
        {
            LeaseOutcome.Same => LeaseWord.ForTrainer,
            LeaseOutcome.Different => LeaseWord.ForChallenger,
            _ => LeaseWord.Undecided,
        };
    }

    public static T With<T>(Func<LeaseReplay, T> work)
    {
        using var scratch = new TemporaryFolder();
        return work(new LeaseReplay(Own, CPU, scratch.Path));
    }

    public LeaseReferee Referee(LeaseReplay replay) => new(replay) { Tolerance = (_, _) => Tolerance };

    public void Dispose() => _small.Dispose();

    private LeaseStates States => new(_small.Base, SmallLease.Recipe);

    private (LeaseClaim Claim, LeaseFiles Files, IReadOnlyList<TrainingMoment> States) Claimed(List<TrainingMoment> states)
    {
        var end = states[^1];
        var evidence = LeaseEvidence.Load(HonestFiles.Evidence);
        using var codec = new UpdateCodec();
        var made = evidence with
        {
            End = States.ToBytes(new LeaseMoment(end)),
            Segment = evidence.Segment with { End = end.Hash(), Update = codec.Encode(end.ChangeSince(states[0]), new UpdateOptions(UpdateFormat.F32), evidence.Segment.Start) },
        };
        made.Save(File("cheated"));
        System.IO.File.WriteAllBytes(File("cheated-update"), LeaseUpdate.Of(_small.Base, new LeaseMoment(end)));
        var claim = Honest with { Marks = [Honest.Marks[0] with { State = end.Hash() }] };
        return (claim, HonestFiles with { Evidence = File("cheated"), Update = File("cheated-update") }, states);
    }
}
