using BlockAssist.Learner.Evaluation;

namespace BlockAssist.Cli.Training;

/// <summary>How well human models foresee people.</summary>
/// <param name="Split">In which kind of session.</param>
/// <param name="LeaveOneParticipantOut">Whether each participant was foreseen by a model that had never learnt from that person.</param>
/// <param name="Models">The model and the baselines, over all participants; the model first.</param>
/// <param name="Participants">Participant by participant.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record HumanReport(
    string Split,
    bool LeaveOneParticipantOut,
    IReadOnlyList<ModelScore> Models,
    IReadOnlyList<ParticipantScore> Participants,
    double Seconds);

/// <summary>How well one model foresees one or all.</summary>
/// <param name="Name">Which model.</param>
/// <param name="Report">How well.</param>
internal sealed record ModelScore(string Name, ImitationReport Report);

/// <summary>How well one participant is foreseen.</summary>
/// <param name="Participant">Who.</param>
/// <param name="Models">By each model.</param>
/// <param name="TrainingSeconds">How long the model took to train that had not learnt from this person; null if none was trained.</param>
internal sealed record ParticipantScore(string Participant, IReadOnlyList<ModelScore> Models, double? TrainingSeconds);
