namespace BlockAssist.Fuzzing.Tests;

/// <summary>A reader that fails at one input in four thousand millions: only who sees how far inputs lead finds it.</summary>
public static class PlantedBug
{
    public static void Read(byte[] bytes)
    {
        if (bytes.Length > 3 && bytes[0] == 'B')
        {
            if (bytes[1] == 'U')
            {
                if (bytes[2] == 'G')
                {
                    if (bytes[3] == 'S')
                    {
                        throw new InvalidOperationException("the bug that was planted");
                    }
                }
            }
        }
    }
}
