using BlockAssist.Game.Hud.Drawing;
using BlockAssist.Game.Platform;
using BlockAssist.Game.Settings;

namespace BlockAssist.Game.Play;

/// <summary>What is seen behind the screens: a session that is played, a recording that is watched, or the land behind the menu.</summary>
public interface IStage : IDisposable
{
    /// <summary>Whether the mouse turns the view now; without a screen over it the cursor is held then.</summary>
    bool HoldsCursor { get; }

    /// <summary>Takes on other settings.</summary>
    void Apply(GameSettings settings);

    /// <summary>Answers to an event that no screen used.</summary>
    void Handle(in InputEvent happened);

    /// <summary>Lets all keys go: a screen was opened.</summary>
    void Release();

    /// <summary>Lets time pass; not called while a screen makes it stand still, unless there is nothing to miss.</summary>
    /// <param name="seconds">How much.</param>
    void Advance(double seconds);

    /// <summary>Draws the picture.</summary>
    void DrawScene();

    /// <summary>Adds what is shown over the picture.</summary>
    void DrawHud(HudBatch batch);
}
