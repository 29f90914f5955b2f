namespace CommonGround.E2E.Tests.Browsing;

/// <summary>The ways to look at a page that each page must bear.</summary>
public enum WindowKind
{
    Wide,

    /// <summary>320 CSS pixels: a small phone, or a large screen at 400 % (WCAG 1.4.10).</summary>
    Narrow,

    Dark,

    WithoutJavaScript,
}
