/** Photos of a character and a written story become an illustrated storybook. Each package is one noun of that journey. */
package dev.storyloom;
