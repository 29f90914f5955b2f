using CommonGround.Domain;

namespace CommonGround.Web.Infrastructure.Audit;

/// <summary>An anchor did not get to where it was to be kept.</summary>
/// <param name="Where">File or address, without what signs in there.</param>
/// <param name="Why">What the system or the server answered.</param>
public sealed record AnchorNotKept(string Where, string Why) : Error;

/// <summary>A file with anchors cannot be read.</summary>
public sealed record AnchorFileUnreadable(string Path, string Why) : Error;

/// <summary>A line of a file with anchors is none, or was altered.</summary>
/// <param name="Line">From 1.</param>
public sealed record AnchorLineBroken(string Path, int Line) : Error;

/// <summary>A line of a file with anchors follows on one that is not in the file.</summary>
/// <param name="Line">From 1.</param>
public sealed record AnchorBeforeMissing(string Path, int Line) : Error;

/// <summary>Neither a file nor an address that begins with http:// or https://.</summary>
public sealed record AnchorTargetUnknown(string Given) : Error;
