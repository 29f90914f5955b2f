namespace CommonGround.Domain.Sharing;

/// <summary>
/// A piece of information that says itself in words, as its reader meets it. What has none is worded by the web, and must be: the
/// citizen can look at everything as each party sees it.
/// </summary>
public interface IInWords
{
    string Words { get; }
}
