/** What this machine takes for the parts of painting and training: time and memory, alone or beside another program. */
package dev.storyloom.diffusion.bench;
