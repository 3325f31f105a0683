using BlockAssist.Game.Input;
using BlockAssist.Game.Platform;

namespace BlockAssist.Game.Screens;

/// <summary>What actions and keys are called on the screen.</summary>
internal static class ActionNames
{
    /// <summary>An action's name, and what it does in a sentence.</summary>
    public static (string Name, string Help) Of(GameAction action) => action switch
    {
        GameAction.Forward => ("Walk forward", ""),
        GameAction.Back => ("Walk back", ""),
        GameAction.Left => ("Walk left", ""),
        GameAction.Right => ("Walk right", ""),
        GameAction.Jump => ("Jump, fly up", "Twice in a row begins to fly, or ends it."),
        GameAction.Sneak => ("Sneak, fly down", "Slow, and never off an edge."),
        GameAction.Sprint => ("Sprint", ""),
        GameAction.Fly => ("Fly", "Begins to fly, or ends it."),
        GameAction.Break => ("Break", "Breaks the block that is aimed at; held, again and again."),
        GameAction.Place => ("Place", "Places the block in hand; held, again and again."),
        GameAction.EasyPlace => ("Place as planned", "Places what the blueprint wants where a ghost is aimed at."),
        GameAction.Pick => ("Pick block", "Takes the kind of block that is aimed at into the hand; of a ghost too."),
        GameAction.Undo => ("Undo", "Takes your last edit back."),
        GameAction.Redo => ("Redo", "Does again what was taken back."),
        >= GameAction.Slot1 and <= GameAction.Slot9 => ($"Slot {action - GameAction.Slot1 + 1}", ""),
        GameAction.NextSlot => ("Next slot", ""),
        GameAction.PreviousSlot => ("Previous slot", ""),
        GameAction.LayerUp => ("Layer up", "Shows one layer more of the blueprint."),
        GameAction.LayerDown => ("Layer down", "Shows one layer less of the blueprint."),
        GameAction.LayerMode => ("Layers", "Changes between all layers, one, and up to one."),
        GameAction.SeeThrough => ("See through walls", "Shows the blueprint through walls while it is held."),
        GameAction.PauseAssistant => ("Assistant: rest", "Lets the assistant rest, or go on."),
        GameAction.RejectAssistant => ("Assistant: reject", "Takes the assistant's last block away."),
        GameAction.FasterAssistant => ("Assistant: faster", ""),
        GameAction.SlowerAssistant => ("Assistant: slower", ""),
        GameAction.AcceptSuggestion => ("Assistant: yes", "Lets the assistant place the block that it suggests."),
        GameAction.ShowBelief => ("Assistant: why?", "Shows what the assistant believes is to be built, while it is held."),
        GameAction.Debug => ("Figures", "Shows figures about the program, and where you are."),
        GameAction.Screenshot => ("Picture", "Keeps a picture of the window."),
        GameAction.HideHud => ("Hide display", "Hides all that is drawn over the world."),
        GameAction.Perspective => ("Over the shoulder", "Looks from behind yourself, or through your eyes."),
        GameAction.Fullscreen => ("Full screen", ""),
        GameAction.Menu => ("Pause", "Says no to what the assistant suggests, otherwise time stands still. Escape always does this."),
        GameAction.Inventory => ("Blocks", "Opens the list of all blocks."),
        GameAction.Chat => ("Command line", "Opens the command line."),
        GameAction.Command => ("Command, with /", "Opens the command line with a slash in it."),
        _ => ($"{action}", ""),
    };

    /// <summary>What a key or button is called on this keyboard.</summary>
    public static string Of(Binding binding, IGameWindow window) => binding.Kind switch
    {
        BindingKind.Key => KeyName(window.LabelOf((GlfwKey)binding.Code)),
        BindingKind.Mouse => (MouseButton)binding.Code switch
        {
            MouseButton.Left => "Left click",
            MouseButton.Right => "Right click",
            MouseButton.Middle => "Middle click",
            var button => $"Mouse {(int)button + 1}",
        },
        BindingKind.Wheel => binding.Code > 0 ? "Wheel up" : "Wheel down",
        _ => $"Pad {PadName($"{(GamepadButton)binding.Code}")}",
    };

    // A letter stays a capital: "Pad A", but "Pad left thumb".
    private static string PadName(string button) => button.Length == 1 ? button : KeyName(button).ToLowerInvariant();

    // As in "Left shift" for LeftShift, and "7" for Digit7.
    private static string KeyName(string label)
    {
        if (label.Length == 1)
        {
            return label.ToUpperInvariant();
        }

        label = label.Replace("Control", "Ctrl", StringComparison.Ordinal);
        if (label.StartsWith("Digit", StringComparison.Ordinal))
        {
            return label["Digit".Length..];
        }

        return string.Concat(label.Select((sign, place) => place > 0 && char.IsUpper(sign) && !char.IsUpper(label[place - 1]) ? $" {char.ToLowerInvariant(sign)}" : $"{sign}"));
    }
}
