namespace BlockAssist.Game.Input;

/// <summary>What a player can do with a key or a button. The names are those of a settings file.</summary>
public enum GameAction
{
    /// <summary>Walk forward.</summary>
    Forward,

    /// <summary>Walk backward.</summary>
    Back,

    /// <summary>Walk to the left.</summary>
    Left,

    /// <summary>Walk to the right.</summary>
    Right,

    /// <summary>Jump, or rise while flying or swimming; twice in quick succession begins and ends flying.</summary>
    Jump,

    /// <summary>Sneak, or sink while flying.</summary>
    Sneak,

    /// <summary>Go faster.</summary>
    Sprint,

    /// <summary>Begin or end flying.</summary>
    Fly,

    /// <summary>Break the block aimed at.</summary>
    Break,

    /// <summary>Place the block in hand.</summary>
    Place,

    /// <summary>Place what the blueprint wants where one aims at what is missing.</summary>
    EasyPlace,

    /// <summary>Take the kind of block aimed at into the hand, a ghost's too.</summary>
    Pick,

    /// <summary>Take back the last edit.</summary>
    Undo,

    /// <summary>Do it again.</summary>
    Redo,

    /// <summary>The first slot of the hot bar.</summary>
    Slot1,

    /// <summary>The second.</summary>
    Slot2,

    /// <summary>The third.</summary>
    Slot3,

    /// <summary>The fourth.</summary>
    Slot4,

    /// <summary>The fifth.</summary>
    Slot5,

    /// <summary>The sixth.</summary>
    Slot6,

    /// <summary>The seventh.</summary>
    Slot7,

    /// <summary>The eighth.</summary>
    Slot8,

    /// <summary>The ninth.</summary>
    Slot9,

    /// <summary>The next slot.</summary>
    NextSlot,

    /// <summary>The slot before.</summary>
    PreviousSlot,

    /// <summary>Show one layer of the blueprint more, or the next.</summary>
    LayerUp,

    /// <summary>Show one layer less, or the one before.</summary>
    LayerDown,

    /// <summary>Show all layers, one, or all up to one.</summary>
    LayerMode,

    /// <summary>While held: see the blueprint through walls.</summary>
    SeeThrough,

    /// <summary>Let the assistant wait, or go on.</summary>
    PauseAssistant,

    /// <summary>Take back the assistant's last block.</summary>
    RejectAssistant,

    /// <summary>Let the assistant work faster.</summary>
    FasterAssistant,

    /// <summary>Let it work slower.</summary>
    SlowerAssistant,

    /// <summary>Let the assistant place the block that it suggests.</summary>
    AcceptSuggestion,

    /// <summary>While held: see what the assistant believes is to be built.</summary>
    ShowBelief,

    /// <summary>Show or hide figures about the program.</summary>
    Debug,

    /// <summary>Keep a picture.</summary>
    Screenshot,

    /// <summary>Show or hide all but the world.</summary>
    HideHud,

    /// <summary>Look over one's own shoulder, or through one's eyes.</summary>
    Perspective,

    /// <summary>Fill the monitor, or not.</summary>
    Fullscreen,

    /// <summary>Say no to what the assistant suggests; if it suggests nothing, pause, or go back.</summary>
    Menu,

    /// <summary>Opens the list of all blocks.</summary>
    Inventory,

    /// <summary>Opens the command line, empty.</summary>
    Chat,

    /// <summary>Opens the command line with a slash in it.</summary>
    Command,
}
