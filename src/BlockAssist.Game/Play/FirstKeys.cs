using BlockAssist.Game.Input;

namespace BlockAssist.Game.Play;

/// <summary>What somebody must know who plays for the first time, in two sentences.</summary>
internal static class FirstKeys
{
    /// <summary>The sentences.</summary>
    /// <param name="bindings">Which keys do what.</param>
    /// <param name="isHelped">Whether there is an assistant.</param>
    public static IEnumerable<string> Of(Bindings bindings, bool isHelped)
    {
        yield return $"{Key(GameAction.Forward)} {Key(GameAction.Left)} {Key(GameAction.Back)} {Key(GameAction.Right)} walk, {Key(GameAction.Fly)} flies, {Key(GameAction.EasyPlace)} builds the ghost you look at; all keys: {Key(GameAction.Menu)}, Settings, Keys.";
        if (isHelped)
        {
            yield return $"{Key(GameAction.PauseAssistant)} pauses the assistant, {Key(GameAction.RejectAssistant)} takes its last block away, {Key(GameAction.SlowerAssistant)} and {Key(GameAction.FasterAssistant)} set its pace, {Key(GameAction.ShowBelief)} shows what it believes.";
        }

        string Key(GameAction action) => bindings.Of(action) is [var first, ..] ? first.ToString() : "–";
    }
}
