using System.Globalization;
using BlockAssist.Learner.Beliefs.Practice;
using BlockAssist.Learner.Beliefs.Survival;
using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Policies;

namespace BlockAssist.Learner.Personal;

/// <summary>Learns which edits last with one player: from what became of them in its sessions, and in what else might have come of these.</summary>
/// <remarks>A player's sessions have few edits of an assistant; from each moment of them the human model can go on in the player's place, as often as one likes.</remarks>
/// <param name="human">The human model.</param>
public sealed class PersonalSurvival(InferenceEngine human)
{
    // A few sessions are no reason to forget what was learnt from hundreds of episodes.
    private static readonly SurvivalRecipe Recipe = new() { Steps = 200, Rate = 0.003, Pull = 100 };

    /// <summary>From how many moments of a session it is played on.</summary>
    public int Moments { get; init; } = 6;

    /// <summary>Learns.</summary>
    /// <param name="model">What is believed; its judge is begun with.</param>
    /// <param name="sessions">The player's sessions.</param>
    /// <param name="folder">Where what is played on is recorded; what is there already is not played again.</param>
    /// <param name="cancellation">Ends it between two steps.</param>
    /// <returns>The judge that came of it; that of the model if there was too little to learn from, or nothing learnt was of use.</returns>
    public SurvivalJudge? Learn(BeliefModel model, IReadOnlyList<string> sessions, string folder, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(sessions);
        if (model.Judge is not { } judge)
        {
            return null;
        }

        using var engine = InferenceEngine.Open(model.ToOnnx(), "assistant");
        using var fates = new EpisodeFates(engine, model.Network.Shape);
        var play = new RestartPlay(human, seed => BeliefPolicy.Venturing(engine, model.Network.Shape, judge, seed));
        var learnt = new List<IReadOnlyList<SurvivalExample>>();
        for (var number = 0; number < sessions.Count; number++)
        {
            var branches = play.Record(sessions[number], RestartPlay.MomentsOf(sessions[number], Moments), Path.Combine(folder, number.ToString(CultureInfo.InvariantCulture)), seed: 1, cancellation);
            learnt.AddRange([fates.In(sessions[number]), .. branches.Select(fates.In)]);
        }

        return SurvivalTraining.Fit(learnt, judge, Recipe, cancellation)?.Judge ?? judge;
    }
}
