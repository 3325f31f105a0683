using BlockAssist.Game.Hud.Pieces;
using BlockAssist.Game.Settings;

namespace BlockAssist.Game.Play;

/// <summary>Lets the assistant learn when a session is over, and when the game begins: what was not learnt last time is learnt then.</summary>
/// <param name="learner">What learns; null for nothing.</param>
/// <param name="settings">Say whether it may.</param>
/// <param name="toasts">Tell what came of it.</param>
internal sealed class LearningWatch(ISessionLearner? learner, LiveSettings settings, Toasts toasts)
{
    private int _begunAfter = -1;

    /// <summary>To be called every frame.</summary>
    /// <param name="played">How many sessions are over.</param>
    public void Follow(int played)
    {
        if (learner is null)
        {
            return;
        }

        if (_begunAfter != played && settings.Current.Assistant.Learns)
        {
            _begunAfter = played;
            learner.Begin();
        }

        if (learner.TakeNews() is { } news)
        {
            toasts.Show(news, ToastKind.Success);
        }
    }
}
