using BlockAssist.Net.Blobs;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Simulations.Learning;

namespace BlockAssist.Net.Simulations.People;

/// <summary>What a peer does with its lease: trains it segment by segment, commits to as much as is done in time, and shows it.</summary>
/// <param name="world">Where it lives.</param>
/// <param name="setting">What the peer is.</param>
/// <param name="conduct">How honest it is.</param>
/// <param name="model">The model that the round begins with.</param>
/// <param name="voice">Says things to the hub.</param>
/// <param name="jobs">What its machine does.</param>
internal sealed class TrainerDuty(World world, PeerSetting setting, Conduct conduct, BlobId model, PeerVoice voice, JobQueue jobs)
{
    private readonly HashSet<int> _evidence = [];
    private Lease? _lease;
    private TrainedShare? _trained;
    private int _done;
    private int _deadline;
    private bool _isRevealed;

    /// <summary>Notes how long there is still time.</summary>
    public void Note(RoundTerms terms, DateTimeOffset now)
    {
        var deadline = ++_deadline;
        world.Time.After(terms.LeftToTrain(now), () =>
        {
            if (deadline == _deadline)
            {
                Commit();
            }
        });
    }

    /// <summary>Begins to train a lease.</summary>
    public void Begin(Lease lease)
    {
        if (_lease is null)
        {
            _lease = lease;
            GoOn();
        }
    }

    /// <summary>Shows what it committed to.</summary>
    public void Reveal()
    {
        if (_trained is not { } trained || _isRevealed)
        {
            return;
        }

        _isRevealed = true;
        world.Accomplices.Note(_lease!.Round, trained.Update.Id);
        voice.Send("update", trained.Update, () => voice.Tell(_lease.Round, PeerMessages.Reveal(new Revelation(trained.Marks)), _ => { }));
    }

    /// <summary>Sends the evidence of segments.</summary>
    public void Show(IReadOnlyList<int> segments)
    {
        foreach (var segment in conduct.IsSilent ? [] : segments.Where(_evidence.Add))
        {
            var evidence = world.Learning.Evidence(_lease!, segment);
            voice.Send("evidence", evidence, () => voice.Tell(_lease!.Round, PeerMessages.GiveEvidence(segment, evidence.Id), _ => { }));
        }
    }

    // What is made up takes no time.
    private void GoOn()
    {
        var toTrain = (int)Math.Round(_lease!.Segments * conduct.Share);
        if (_done >= toTrain)
        {
            _done = _lease.Segments;
            Commit();
            return;
        }

        jobs.Add(TimeSpan.FromSeconds(_lease.StepsASegment / setting.StepsASecond), () =>
        {
            _done++;
            setting.Machine.Trained += _lease.StepsASegment;
            if (_trained is null)
            {
                GoOn();
            }
        });
    }

    private void Commit()
    {
        if (_trained is not null || _lease is null || _done == 0)
        {
            return;
        }

        var copied = conduct.Manner == TrainingManner.Copied ? world.Accomplices.ToCopy(_lease.Round) : null;
        var trained = world.Learning.Train(new TrainingOrder(_lease, model, _done, MannerOf())
        {
            Share = conduct.Share,
            From = copied ?? world.Models.Older(model),
        });
        _trained = trained;
        if (setting.IsFriendOfCopiers)
        {
            world.Accomplices.Give(_lease.Round, trained.Update.Id);
        }

        voice.Tell(
            _lease.Round,
            PeerMessages.Commit(new Commitment(SegmentChain.EndOf(_lease, trained.Marks), trained.Marks.Count, trained.Update.Id, trained.Update.Bytes, trained.Examples, trained.Device)),
            _ => { });
    }

    // There is an older model only once one was promoted.
    private TrainingManner MannerOf() => conduct.Manner == TrainingManner.Stale && world.Models.Older(model) is null ? TrainingManner.Honest : conduct.Manner;
}
