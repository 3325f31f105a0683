using System.Security.Cryptography;
using System.Text;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Training;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Personal;
using BlockAssist.Simulation.Files;
using static TorchSharp.torch;

namespace BlockAssist.Cli.Personal;

/// <summary>Trains personal models; one that was killed goes on when the same is asked for again.</summary>
/// <param name="context">Its clock and progress.</param>
/// <param name="folder">Where the trainings are that are under way; nobody else's.</param>
/// <param name="start">The model for all.</param>
/// <param name="hash">The hash of its file.</param>
/// <param name="recipe">How they learn.</param>
/// <param name="device">What trains.</param>
/// <param name="human">The human model that plays on from moments of the sessions; null where nothing is learnt of which edits last.</param>
internal sealed class PersonalTrainingJob(CommandContext context, string folder, BeliefModel start, string hash, PersonalRecipe recipe, Device device, InferenceEngine? human)
{
    private readonly PersonalTraining _training = new(start, recipe, device, context.Surroundings.Clock) { Survival = human is null ? null : new PersonalSurvival(human) };

    /// <summary>Trains one.</summary>
    /// <param name="sessions">What it learns from.</param>
    /// <param name="practice">What it rehearses.</param>
    /// <param name="meter">Counts the steps.</param>
    /// <param name="keep">Keeps what came of it; until it has, the training can be gone on with.</param>
    /// <param name="cancellation">Saves and ends.</param>
    public T Train<T>(IReadOnlyList<string> sessions, IReadOnlyList<string> practice, ProgressMeter meter, Func<Checkpoint, T> keep, CancellationToken cancellation)
    {
        var own = Path.Combine(folder, KeyOf(sessions));
        var checkpoint = _training.Learn(sessions, practice, own, resume: true, stages => new TrainingProgress(context, meter, stages), cancellation);
        var kept = keep(checkpoint with { CodeVersion = ProgramVersion.Text, Parent = hash });
        Directory.Delete(own, recursive: true);
        return kept;
    }

    // A folder for each training there may be, so that what is gone on with is always the same.
    private string KeyOf(IReadOnlyList<string> sessions)
    {
        const int Digits = 16;
        string[] parts = [hash, recipe.ToString(), .. sessions.Select(ContentHash.OfFile)];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', parts))))[..Digits];
    }
}
