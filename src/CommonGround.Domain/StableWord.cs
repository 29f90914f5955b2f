using System.Text;

namespace CommonGround.Domain;

/// <summary>
/// The word that content files use for a value of an enumeration: <c>TreatingDoctor</c> is written
/// <c>treating-doctor</c>. One rule for all, so that no table can drift from the names.
/// </summary>
public static class StableWord
{
    public static string Of<T>(T value) where T : struct, Enum
    {
        var word = new StringBuilder();
        foreach (var letter in value.ToString())
        {
            if (char.IsUpper(letter) && word.Length > 0)
                word.Append('-');
            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }

    public static IReadOnlyList<string> All<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(Of)];

    /// <summary>The value that a word stands for, or none. Case and numbers are not forgiven: a file says one thing one way.</summary>
    public static T? Read<T>(string word) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Of(value) == word)
                return value;
        }

        return null;
    }
}
